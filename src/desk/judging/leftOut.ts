import type {Evidence} from "../../model/evidence.ts";
import {outliersExcluded, parameter, quoteClass} from "../../model/figureNames.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import {placed, saying} from "./claims.ts";
import {idOf, type Judged, type Test, type Weighed} from "./judgement.ts";
import {nearness} from "./nearness.ts";
import type {Said} from "./said.ts";

/** A z-score twice the threshold is far beyond it. */
const farZ = 2;
const classes = ["fiat", "crypto", "metal"] as const;

/** What was left out, and what that changed. */
export const leftOut = (judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] => [
  ...quotes(judged, said, words),
  ...unused(judged, words),
];

/** Quotes that a rule left out. It weighs by what it did to the medians, and by how near it was. */
function quotes({evidence}: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const one = saying(said, [outliersExcluded.id]);
  const excluded = evidence.exclusions.filter(({rule}) => rule.startsWith("modified-z"));
  if (!one || excluded.length === 0) return [];
  const test = outlierTest(evidence, excluded, words);
  return [
    {
      id: idOf("left-out", "quotes", one.written ?? one.text),
      kind: "left-out",
      title: words.quotes,
      ...placed(one),
      says: one.text,
      figures: one.figures,
      from: one.from,
      to: one.to,
      ...(test && {test}),
      weight: Math.max(0.4, moved(evidence), 0.8 * (test?.nearness ?? 0)),
    },
  ];
}

function outlierTest(
  {figures}: Evidence,
  excluded: Evidence["exclusions"],
  words: JudgingWords,
): Test | undefined {
  const valueAt = (id: string) => figures.find(one => one.id === id)?.value;
  const threshold = valueAt(parameter.outlierThreshold.id) ?? 3.5;
  const near = (z: number) => nearness(Math.abs(z), threshold, farZ);
  const [z] = excluded
    .flatMap(({figure}) => valueAt(figure.replace(/^change24h\./, "outlier.z.")) ?? [])
    .toSorted((a, b) => near(b) - near(a));
  return z === undefined ? undefined : {name: words.tests.outlier, z, threshold, nearness: near(z)};
}

/** How much the medians moved: 1 where one has turned its sign. */
function moved({figures}: Evidence): number {
  const valueAt = (id: string) => figures.find(one => one.id === id)?.value;
  const parts = classes.map(name => {
    const names = quoteClass(name);
    const [without, withThem] = [valueAt(names.median.id), valueAt(names.medianWithExcluded.id)];
    if (without === undefined || withThem === undefined) return 0;
    if (without * withThem < 0) return 1;
    return Math.min(0.9, (5 * Math.abs(without - withThem)) / Math.max(0.005, Math.abs(withThem)));
  });
  return Math.max(...parts);
}

/** In words: the coin of the note by its name, other ids without their hyphens. */
const namedIn = ({note}: Evidence, what: string): string =>
  what
    .split("/")
    .map(part => (part === note.asset ? note.name : part.replaceAll("-", " ")))
    .join(": ");

/** More of them are counted. */
const mostNamed = 4;

/** Facts and coins that were not used; what has expired is for an editor to bring up to date. */
function unused({evidence, before}: Judged, words: JudgingWords): Weighed[] {
  const {expired = [], others = []} = Object.groupBy(evidence.leftOut, ({reason}) =>
    reason.startsWith("expired on") ? "expired" : "others",
  );
  const lastly = new Set(before?.evidence.leftOut.map(({what}) => what));
  const isNew = others.some(({what}) => !lastly.has(what));
  const told = ({what, reason}: (typeof others)[number]) =>
    `${namedIn(evidence, what)} (${words.reasons.reduce((text, [from, to]) => text.replace(from, to), reason)})`;
  const names = others.slice(0, mostNamed).map(told);
  const rest = others.length - names.length;
  return [
    ...expired.map(one => ({
      id: idOf("expiring", one.what, one.reason),
      kind: "expiring" as const,
      title: words.expired,
      says: told(one),
      figures: [],
      weight: 0.6,
    })),
    ...(names.length > 0
      ? [
          {
            id: idOf("left-out", "unused", JSON.stringify(others)),
            kind: "left-out" as const,
            title: words.notUsed,
            says: `${names.join("; ")}${rest > 0 ? `; +${rest}` : ""}`,
            figures: [],
            weight: isNew ? 0.25 : 0.1,
          },
        ]
      : []),
  ];
}
