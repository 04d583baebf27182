import type {Section} from "../../model/article.ts";
import type {FigureName} from "../../model/figure.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import type {Abstention, AbstentionReason} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isTold, turns} from "../../narrative/moves.ts";
import {rose} from "./words.ts";

/** What the data cannot carry: an abstention is a finding, and is said. */
export function unknown(facts: Facts): Section {
  const items = [
    ...facts.abstentions
      .filter(({reason}) => !silent.includes(reason.kind))
      .map(one => abstention(one, facts)),
    attention(facts),
    faults(facts),
  ].filter(text => text.length > 0);
  return {
    heading: say`What these data do not say`,
    blocks: [
      {kind: "paragraph", text: absent(facts)},
      ...(items.length ? [{kind: "list" as const, items}] : []),
    ],
  };
}

/** Told together, or elsewhere. */
const silent: readonly AbstentionReason["kind"][] = [
  "too-few-legs",
  "no-causes",
  "no-order-books",
  "no-holders",
  "is-benchmark",
  "own-ruler",
];

/** What no record of this kind holds, in one sentence. */
function absent({abstentions, state, asset, pen}: Facts): Text {
  const books = abstentions.some(({reason}) => reason.kind === "no-order-books");
  const {recent, change24h} = state;
  const turned = recent && change24h && turns(recent, change24h);
  const why =
    recent && isTold(recent)
      ? say`Why ${pen.name(asset.symbol)} ${rose(recent.asset) ? "rose" : "fell"} from the close of ${pen.day(recent.from)} on${turned ? ` and ${rose(change24h) ? "rose" : "fell"} in the last day` : ""} is not in the record: nothing in it speaks of causes, and none is given.`
      : say`Nothing in the record speaks of causes, and none is given.`;
  return books
    ? say`${why} Nor does it hold order books: depth, and how volume is spread over venues, are left open.`
    : why;
}

function abstention({about, reason}: Abstention, facts: Facts): Text {
  const {pen, asset, benchmark, state} = facts;
  const symbol = pen.name(asset.symbol);
  const count = (name: FigureName<"count">, value: number) =>
    pen.counted(countOf(name, value, state.price.asOf));
  switch (reason.kind) {
    case "no-volume-or-cap":
      return say`Turnover: the record has no current volume and market cap for ${symbol}.`;
    case "no-history":
      return about === "decoupling"
        ? say`Whether ${symbol} has come loose from ${pen.name(benchmark.name)}: that takes months of daily closes of both, which these data do not have. The change of a day is a return, not a correlation.`
        : about === "cases"
          ? say`Cases: the closes on record do not move, and nothing can be simulated from them.`
          : say`Volatility, drawdown and cases: they take a history of daily closes, which these data do not have.`;
    case "history-ends":
      return say`Anything that rests on daily closes: the last one on record is that of ${pen.day(reason.day)}, too old to speak of today.`;
    case "beyond-record":
      return say`Where it could go: nothing in the record of ${symbol} resembles this day, so that no range can be drawn from it.`;
    case "too-few-days":
      return say`${capitalised[about] ?? about}: ${count(abstentionCounts.days(about), reason.days)} daily ${reason.days === 1 ? "return is" : "returns are"} on record and ${count(abstentionCounts.daysNeeded(about), reason.needed)} are needed.`;
    case "no-quotes":
      return say`The change in other currencies: no quotes are on record for these hours.`;
    case "no-change-known":
      return say`The change over the day: no earlier price is on record.`;
    default:
      return [];
  }
}

const capitalised: Readonly<Record<string, string>> = {
  decoupling: "Whether the dependence has changed",
  cases: "Cases",
  risk: "Volatility and drawdown",
};

function attention({attention: found, pen}: Facts): Text {
  if (!found) return [];
  return say`What interest means: ${pen.name(found.source)} lists it as number ${pen.count(found.rank)} of ${pen.count(found.listed)} most searched coins. Many people looked it up; nothing more follows.`;
}

function faults({exclusions, pen}: Facts): Text {
  const prints = exclusions.filter(one => one.day !== undefined);
  const first = prints[0];
  if (!first) return [];
  const days =
    prints.length === 1
      ? say`on ${pen.day(first.day!)}`
      : say`on several days, the first of them ${pen.day(first.day!)}`;
  return say`What the price was on some days: by the rules of the method the feed is at fault ${days}. ${prints.length === 1 ? "That close, or the returns from it, are" : "Those closes, or the returns from them, are"} left out; the evidence lists them.`;
}
