import {dateFormat} from "../../format/dates.ts";
import {numberFormat} from "../../format/numbers.ts";
import {customsOf} from "../../languages/customs.ts";
import type {Evidence} from "../../model/evidence.ts";
import {decoupling} from "../../model/figureNames.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import {saying} from "./claims.ts";
import {idOf, type Judged, type Weighed} from "./judgement.ts";
import type {Said} from "./said.ts";

type EvidenceFigure = Evidence["figures"][number];

/** By how many times each of them moves before it is news: a supply does not move by itself. */
const watched: Readonly<Record<string, number>> = {
  "price.usd": 1.25,
  rank: 1.25,
  "volume24h.usd": 2.5,
  turnover: 2.5,
  "supply.circulating": 1.02,
  "supply.max": 1.001,
  "volatility.30d": 1.4,
  "close.yearHigh": 1.02,
  "close.yearLow": 1.02,
};

/** What matters is whether they are of the other sign. */
const signed: ReadonlySet<string> = new Set(["past.30d.change", "past.365d.change"]);

/** On Fisher's scale: from 0.70 to 0.82. */
const farRho = 0.3;

/** What is another than in the last note: verdicts and signs, then what moved most for what it is. */
export function changes(judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const {evidence, before} = judged;
  if (!before) return [];
  const {locale, asOf} = evidence.note;
  const last = before.evidence;
  const when = dateFormat(customsOf(locale)).day(last.note.asOf);
  const was = new Map(last.figures.map(one => [one.id, one]));
  const told: Told = (key, ids, values, data = values) => {
    const says = words.now(words.watched[key] ?? key, values[0], values[1], when);
    const one = saying(said, ids);
    return {
      id: idOf("changed", key, JSON.stringify([...data, last.note.asOf, asOf])),
      kind: "changed" as const,
      title: words.changed,
      says,
      figures: ids,
      ...(one && {
        ...(one.statement !== undefined && {statement: one.statement}),
        from: one.from,
        to: one.to,
      }),
    };
  };
  const moved = evidence.figures.flatMap(figure => {
    const other = was.get(figure.id);
    const weight = other && weightOf(figure, other);
    const prints = other && (signed.has(figure.id) ? percents : printsOf)(figure, other, locale);
    return weight && prints ? [{...told(figure.id, [figure.id], prints), weight}] : [];
  });
  return [...ofDependence(evidence, last, words, told), ...moved]
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3);
}

function weightOf({id, value: is}: EvidenceFigure, {value: was}: EvidenceFigure): number {
  if (signed.has(id)) return is * was < 0 ? 0.65 : 0;
  const far = watched[id];
  if (far === undefined || is <= 0 || was <= 0) return 0;
  const times = Math.abs(Math.log(is / was)) / Math.log(far);
  return times < 1 ? 0 : Math.min(0.8, 0.4 + 0.1 * times);
}

/** As both notes have them, where both do. */
function printsOf(
  {printed: [is]}: EvidenceFigure,
  {printed: [was]}: EvidenceFigure,
): [string, string] | undefined {
  return is !== undefined && was !== undefined ? [is, was] : undefined;
}

/** With their signs, which the words around them say in the notes. */
function percents({value: is}: EvidenceFigure, {value: was}: EvidenceFigure, locale: string) {
  const {percent} = numberFormat(customsOf(locale));
  return [percent(is, 1, true), percent(was, 1, true)] as [string, string];
}

type Told = (
  key: string,
  ids: readonly string[],
  values: readonly [string, string],
  /** In no language, where the values are in the reader's. */
  data?: readonly [string, string],
) => Omit<Weighed, "weight">;

/** The verdict that leads, or the correlation where it is the same. */
function ofDependence(
  evidence: Evidence,
  last: Evidence,
  words: JudgingWords,
  told: Told,
): Weighed[] {
  const is = leadingOf(evidence);
  const was = leadingOf(last);
  if (!is || !was) return [];
  const [rho, lastRho] = [is, was].map(({window}) => decoupling(window).rho.id);
  if (rho === undefined || lastRho === undefined) return [];
  if (is.verdict !== was.verdict) {
    const ids = [decoupling(is.window).adjustedP.id, rho];
    return [
      {
        ...told(
          "verdict",
          ids,
          [words.verdicts[is.verdict], words.verdicts[was.verdict]],
          [is.verdict, was.verdict],
        ),
        weight: 0.9,
      },
    ];
  }
  const [now, then] = [
    evidence.figures.find(({id}) => id === rho),
    last.figures.find(({id}) => id === lastRho),
  ];
  const prints = now && then && is.window === was.window && printsOf(now, then);
  if (!prints) return [];
  const far = Math.abs(Math.atanh(now.value) - Math.atanh(then.value)) / farRho;
  return far < 1 ? [] : [{...told("spearman", [rho], prints), weight: Math.min(0.7, 0.5 * far)}];
}

const leadingOf = ({findings}: Evidence) =>
  findings.filter(one => one.kind === "decoupling").find(({leading}) => leading);
