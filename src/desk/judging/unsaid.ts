import {judgingWords} from "../../languages/judging.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import {placed} from "./claims.ts";
import {idOf, type Judged, type Weighed, wasSaid} from "./judgement.ts";
import type {Said} from "./said.ts";

/** Why nothing is said of what the disclosures tell of any note, or another section. */
const together = [
  "too-few-legs",
  "no-causes",
  "no-order-books",
  "no-volume-or-cap",
  "no-holders",
  "is-benchmark",
  "own-ruler",
];

/**
 * What could not be said, in the note's own words: what this note lacks and others have, each by
 * itself. A price that was struck out is told among them. What the last note has said as well stays
 * quiet.
 */
export function unsaid(judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const {abstentions, exclusions} = judged.evidence;
  const section = sectionOf(said);
  const items = [
    ...Map.groupBy(
      section.filter(({role}) => role === "item"),
      keyOf,
    ).values(),
  ];
  const lacking = abstentions.filter(
    ({reason}) => !together.includes(reason.split(":")[0] ?? ""),
  ).length;
  const struck = exclusions.some(({day}) => day !== undefined) ? items.at(-1) : undefined;
  const lacked = items.filter(one => one !== struck).slice(0, lacking);
  const tell = (one: readonly Said[], of: Pick<Weighed, "kind" | "title" | "weight">) =>
    told(one, of, judged);
  return [
    ...(struck ? tell(struck, {kind: "left-out", title: words.prices, weight: 0.3}) : []),
    ...lacked.flatMap(one => tell(one, {kind: "unsaid", title: words.unsaid, weight: 0.45})),
  ];
}

/** The section of the note that says what it cannot say. */
function sectionOf(said: readonly Said[]): readonly Said[] {
  const headings = Object.values(judgingWords).map(({unknownHeading}) => unknownHeading);
  const isHeading = ({role}: Said) => role === "heading";
  const at = said.findIndex(one => isHeading(one) && headings.includes(one.written ?? one.text));
  if (at < 0) return [];
  const end = said.findIndex((one, i) => i > at && isHeading(one));
  return said.slice(at + 1, end < 0 ? undefined : end);
}

const keyOf = ({statement, text}: Said) => statement ?? text;

/** Sentences in a row as one. */
function told(
  said: readonly Said[],
  {weight, ...of}: Pick<Weighed, "kind" | "title" | "weight">,
  {before}: Judged,
): Weighed[] {
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return [];
  const words = said.map(({written, text}) => written ?? text).join(" ");
  return [
    {
      id: idOf(of.kind, "data", words),
      ...of,
      ...placed(first),
      says: said.map(({text}) => text).join(" "),
      to: last.to,
      weight: wasSaid(before, words) ? weight / 2 : weight,
    },
  ];
}
