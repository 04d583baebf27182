import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Cause, CausesAgreement, CausesSentence, CausesTable} from "../../narrative/causes.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {capital, sourceLine} from "./words.ts";

export const causeSentences: Words<CausesSentence> = {
  "causes-none": () => say`Underneath, little has moved.`,
  "cause-alone": ({cause}, telling) => say`One thing did it: ${went(cause, telling)}.`,
  "causes-together": ({first, second}, telling) =>
    say`No single thing did it: ${went(first, telling)}, and ${went(second, telling)}.`,
  "causes-apart": ({first, second}, telling) =>
    say`${capital(went(first, telling))}, which ${did(first)} the correlation; ${went(second, telling)}, which ${did(second)} it.`,
};

const did = ({part}: Cause) => (part.value > 0 ? "raises" : "lowers");

/** "Bitcoin’s own daily swings grew from 1.8% to 3.6%" */
function went(cause: Cause, telling: Telling): Text {
  const {asset, benchmark, pen, fixed} = telling;
  const [own, other] = [pen.name(asset.symbol), pen.name(benchmark.name)];
  const [from, to] = endsOf(cause, telling);
  const verb = cause.ends[1].value > cause.ends[0].value ? ["grew", "rose"] : ["shrank", "fell"];
  switch (cause.what) {
    case "answer":
      return say`its answer to a move of ${pen.size(fixed.percent, 0)} in ${other} ${verb[1]!} from ${from} to ${to}`;
    case "benchmark-swings":
      return say`${other}’s own daily swings ${verb[0]!} from ${from} to ${to}`;
    case "own-swings":
      return say`${own}’s own daily swings, those that ${other} does not explain, ${verb[0]!} from ${from} to ${to}`;
  }
}

const endsOf = (cause: Cause, {pen}: Telling) =>
  cause.what === "answer"
    ? apart(cause.ends, (one, more) => pen.answer(one, 1 + more))
    : apart(cause.ends, (one, more) => pen.volatility(one, 1 + more));

const captions: Readonly<Record<CausesAgreement, string>> = {
  "causes-none": "No cause stands out",
  "cause-alone": "A single cause",
  "causes-together": "More than one cause",
  "causes-apart": "Causes that pull apart",
};

export function causesExhibit(point: CausesTable, telling: Telling): Block {
  const {agreement, causes, pearson, days, baselineDays, to, sources} = point;
  const {asset, benchmark, pen, fixed} = telling;
  const other = pen.name(benchmark.name);
  const labels: Readonly<Record<Cause["what"], Text>> = {
    answer: say`Answer to ${pen.size(fixed.percent, 0)} of ${other}`,
    "benchmark-swings": say`${other}’s daily swings`,
    "own-swings": say`${pen.name(asset.symbol)}’s own daily swings`,
  };
  const left = {align: "left"} as const;
  const right = {align: "right"} as const;
  return {
    kind: "exhibit",
    title: say`${captions[agreement]}`,
    body: {
      table: {
        columns: [
          {heading: say`What makes it`, ...left},
          {heading: say`before`, ...right},
          {heading: say`now`, ...right},
          {heading: say`effect`, ...right},
        ],
        rows: [
          ...causes.map(cause => {
            const [from, now] = endsOf(cause, telling);
            return [labels[cause.what], say`${from}`, say`${now}`, say`${pen.part(cause.part)}`];
          }),
          [
            say`Linear correlation`,
            ...apart(pearson, (one, more) => pen.correlation(one, 2 + more)).map(one => [one]),
            say``,
          ],
        ],
      },
    },
    source: sourceLine(
      sources,
      say`The ${pen.count(days)} days to ${pen.day(to)} and the ${pen.count(baselineDays)} before them; the effects add up to the change of the linear correlation.`,
    ),
  };
}
