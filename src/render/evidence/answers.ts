import Handlebars from "handlebars";
import type {Evidence} from "../../model/evidence.ts";
import type {EvidenceWords} from "../../model/evidenceWords.ts";
import {lineId} from "../anchors.ts";
import {filledIn} from "./phrases.ts";
import {type EvidenceFigure, fullName, type Telling} from "./telling.ts";

/** The recorded answers that the figures rest on, with the series that were read from each. */
export function answersHtml(
  figures: readonly EvidenceFigure[],
  {series, snapshot}: Evidence,
  {named, instant, day}: Telling,
  words: EvidenceWords,
): string {
  const taken = new Set(figures.flatMap(({origin}) => ("inputs" in origin ? origin.inputs : [])));
  const used = series.filter(({id}) => taken.has(id));
  const files = new Set([
    ...used.map(({file}) => file),
    ...figures.flatMap(({origin}) => ("file" in origin ? [origin.file] : [])),
  ]);
  const rows = snapshot.files
    .filter(({path}) => files.has(path))
    .map(({path, url, fetchedAt}) => {
      const own = used.filter(({file}) => file === path);
      const sources = new Set(series.filter(({file}) => file === path).map(({source}) => source));
      const said = [...sources, url, `${words.fetched} ${instant(fetchedAt)}`].map(text);
      return `<div id="${lineId(path)}"><dt>${text(path.replace(/^answers\//, ""))}</dt><dd>${said.join(" · ")}${seriesHtml(own)}</dd></div>`;
    });
  return `<dl>${rows.join("\n")}</dl>`;

  /** Series that differ in the coin or quote alone are one line. */
  function seriesHtml(own: Evidence["series"]): string {
    const alike = Map.groupBy(own, one => named(one.id).pattern);
    return [...alike.values()]
      .map(([first, ...others]) => {
        if (!first) return "";
        const {from, to, count, pointer} = first;
        const span = from && to ? `, ${day(from)} – ${day(to)}` : "";
        const names = [
          place(first.id, fullName(named(first.id))),
          ...others.map(({id}) => place(id, named(id).parameter?.words ?? named(id).name)),
        ];
        return `<br>${names.join(", ")}: ${text(filledIn(words.days, {count: String(count)}))}${text(span)} (${text(pointer)})`;
      })
      .join("");
  }
}

const text = (words: string) => Handlebars.escapeExpression(words);

const place = (id: string, label: string) => `<span id="${lineId(id)}">${text(label)}</span>`;
