import {defaultLocale, locales} from "../../model/locale.ts";
import {sourceKinds, sources} from "../../model/source.ts";
import {wholeTemplates} from "../../render/layout.ts";
import {readTemplates} from "../../render/templates.ts";
import type {OrderChoices} from "../api/choicesShapes.ts";
import {needsData, type OrderDesk} from "./orders.ts";

/** What an order may name, and what holds where it names nothing. */
export async function orderChoices({
  workspace: {datasets, templates},
  defaults: {source, data, locale, template},
}: Pick<OrderDesk, "workspace" | "defaults">): Promise<OrderChoices> {
  return {
    sources: sourceKinds.map(name => ({
      name,
      needsData: needsData(name),
      nowOnly: sources[name].nowOnly ?? false,
      scans: sources[name].universe,
    })),
    data: Object.keys(datasets),
    locales: [...locales],
    templates: wholeTemplates(await readTemplates(templates)),
    defaults: {
      source: source ?? "coingecko",
      ...(data !== undefined && {data}),
      locale: locale ?? defaultLocale,
      template: template ?? "coin-note",
    },
  };
}
