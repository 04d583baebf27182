import {dateFormat} from "../../format/dates.ts";
import {customsOf} from "../../languages/customs.ts";
import {wordsOf} from "../../languages/site.ts";
import type {Evidence} from "../../model/evidence.ts";
import {behindOf} from "../../model/inputs.ts";
import type {SiteWords} from "../../model/siteWords.ts";
import {lineId} from "../../render/anchors.ts";
import {filled} from "./filled.ts";
import {pageOf, type SitePage} from "./page.ts";
import type {PageStyle} from "./style.ts";

type Figure = Evidence["figures"][number];

/**
 * Where every figure comes from, for people: printed → value → formula → inputs → recorded answer, and
 * back to the places in the text, which are given by figure.
 */
export function evidencePage(
  style: PageStyle,
  note: SitePage,
  title: string,
  evidence: Evidence,
  linked: ReadonlyMap<string, readonly string[]>,
): string {
  const words = wordsOf(note.locale);
  const line = lineWith(evidence, note.locale, words, linked);
  const byId = new Map(evidence.figures.map(figure => [figure.id, figure]));
  const printed = [...linked.keys()].flatMap(id => byId.get(id) ?? []);
  const behind = behindOf(printed, byId);
  const dates = dateFormat(customsOf(note.locale));
  return pageOf(
    style,
    {
      path: `${note.path}evidence/`,
      locale: note.locale,
      title: `${words.evidenceTitle}: ${title}`,
      description: words.evidenceLead,
      indexed: note.indexed ?? true,
      ...(note.banner !== undefined && {banner: note.banner}),
      ...(note.generator !== undefined && {generator: note.generator}),
    },
    "evidence",
    {
      noteTitle: title,
      printed: printed.map(line),
      behind: behind.map(line),
      series: evidence.series.map(({id, from, to, count, ...answer}) => ({
        id,
        line: lineId(id),
        count: filled(words.days, {count}),
        span: from && to ? `${dates.day(from)} – ${dates.day(to)}` : "",
        answer: answerOf(evidence, answer, answer.source, note.locale),
      })),
      answers: evidence.snapshot.files.map(({path, url, fetchedAt, sha256}) => ({
        file: path,
        line: lineId(path),
        url,
        href: /^https?:\/\//.test(url) ? url : "",
        fetched: dates.instant(fetchedAt),
        sha256,
      })),
      snapshot: evidence.snapshot.sha256,
    },
  );
}

function lineWith(
  evidence: Evidence,
  locale: string,
  words: SiteWords,
  linked: ReadonlyMap<string, readonly string[]>,
) {
  const values = new Map<string, string>([
    ...evidence.series.map(({id, count}) => [id, filled(words.days, {count})] as const),
    ...evidence.figures.map(({id, value}) => [id, written(value, locale)] as const),
  ]);
  const dates = dateFormat(customsOf(locale));
  // Most are of the note's own instant.
  const instants = new Map<string, string>();
  const instant = (at: string) => {
    const known = instants.get(at) ?? dates.instant(at);
    instants.set(at, known);
    return known;
  };
  return ({id, value, unit, asOf, origin, printed}: Figure) => ({
    id,
    line: lineId(id),
    print: printed[0] ?? "",
    value: values.get(id) ?? "",
    exact: String(value),
    unit: words.units[unit] ?? unit,
    asOf: `${words.asOf} ${instant(asOf)}`,
    formula: "formula" in origin ? origin.formula : "",
    inputs: ("inputs" in origin ? origin.inputs : []).map(input => ({
      id: input,
      href: values.has(input) ? `#${lineId(input)}` : "",
      value: values.get(input) ?? "",
    })),
    parameter: "parameter" in origin ? origin.parameter : "",
    answer:
      "file" in origin ? answerOf(evidence, origin, sourceOf(evidence, origin.file), locale) : "",
    places: (linked.get(id) ?? []).map((place, i) => ({
      href: `../#${place}`,
      number: i + 1,
      label: `${words.inText}, ${i + 1}`,
    })),
  });
}

const sourceOf = ({series}: Evidence, file: string) =>
  series.find(one => one.file === file)?.source;

function answerOf(
  {snapshot}: Evidence,
  {file, pointer}: {readonly file: string; readonly pointer: string},
  source: string | undefined,
  locale: string,
) {
  const answer = snapshot.files.find(({path}) => path === file);
  return {
    file: file.replace(/^answers\//, ""),
    line: lineId(file),
    pointer,
    source: source ?? "",
    fetched: answer ? dateFormat(customsOf(locale)).instant(answer.fetchedAt) : "",
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** Enough digits to reckon with; all of them are in the data. */
function written(value: number, locale: string): string {
  const format =
    formats.get(locale) ??
    new Intl.NumberFormat(customsOf(locale).numbers, {maximumSignificantDigits: 7});
  formats.set(locale, format);
  return format.format(value).replace(/^-/, "−");
}
