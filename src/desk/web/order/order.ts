import type {OrderChoices} from "../../api/choicesShapes.ts";
import type {Wish} from "./ordering.ts";

/** What is typed of an order; an empty text leaves it to the desk. */
export interface Form {
  readonly coin: string;
  /** A data set's name, or a source's. */
  readonly from: string;
  readonly locale: string;
  readonly template: string;
  readonly edition: string;
  /** As a field of date and time has it, in UTC. */
  readonly asOf: string;
}

/** Something that notes can be made from: a data set, or a source that answers for itself. */
export interface Origin {
  readonly value: string;
  readonly name: string;
  readonly source?: string;
  readonly data?: string;
  readonly nowOnly: boolean;
}

/** Where notes can be made from, as the desk says; the default first. */
export function originsOf({sources, data, defaults}: OrderChoices): Origin[] {
  const all = sources.flatMap(({name, needsData, nowOnly}): Origin[] =>
    needsData
      ? data.map(one => ({
          value: `${name}/${one}`,
          name: name === "files" ? one : `${one} (${name})`,
          source: name,
          data: one,
          nowOnly,
        }))
      : [{value: name, name, source: name, nowOnly}],
  );
  const isDefault = ({source, data}: Origin) =>
    source === defaults.source && data === defaults.data;
  return [...all.filter(isDefault), ...all.filter(one => !isDefault(one))];
}

/** What an order begins with. */
export const formOf = (wish: Wish, origins: readonly Origin[]): Form => ({
  coin: wish.coin ?? "",
  from:
    origins.find(
      ({source, data}) =>
        (wish.data !== undefined && data === wish.data) ||
        (wish.data === undefined && wish.source !== undefined && source === wish.source),
    )?.value ??
    origins[0]?.value ??
    "",
  locale: "",
  template: "",
  edition: "",
  asOf: wish.asOf?.slice(0, 16) ?? "",
});

/**
 * The body of `POST /api/notes`.
 *
 * @example bodyOf({coin: " tessilith ", from: "", locale: "tr", template: "", edition: "", asOf: "2025-07-02T00:00"}, undefined) // {"coin": "tessilith", "locale": "tr", "asOf": "2025-07-02T00:00:00Z"}
 */
export function bodyOf(form: Form, origin: Origin | undefined) {
  const {coin, locale, template, edition, asOf} = form;
  const given = (text: string) => text.trim() !== "";
  return {
    coin: coin.trim(),
    ...(origin?.source !== undefined && {source: origin.source}),
    ...(origin?.data !== undefined && {data: origin.data}),
    ...(given(locale) && {locale}),
    ...(given(template) && {template}),
    ...(given(edition) && {edition: edition.trim()}),
    ...(given(asOf) && !origin?.nowOnly && {asOf: `${asOf.slice(0, 16)}:00Z`}),
  };
}

/** Which field of the form a field of the body comes from. */
export const fieldOf = (name: string): keyof Form | undefined =>
  name === "source" || name === "data"
    ? "from"
    : (["coin", "locale", "template", "edition", "asOf"] as const).find(one => one === name);
