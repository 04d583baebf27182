import type {Facts} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf, msPerDay} from "../market.ts";
import type {ReadNote} from "../note.ts";
import {dayNumber} from "../printed.ts";
import {percent} from "../words.ts";
import {placed} from "./peers.ts";

interface Row {
  /** 30, 90 or 365, `month` or `year`. */
  readonly span: string;
  readonly own: number;
  readonly theirs?: number;
}

/** The spans of the table under a caption, each with what coin and benchmark did since its close. */
function rowsUnder({block}: Found, facts: Facts, {blocks, language, asOf}: ReadNote): Row[] {
  const table = blocks.slice(blocks.indexOf(block)).find(({rows}) => rows.length > 0);
  return (table?.rows ?? []).flatMap(([label = "", from = ""]): Row[] => {
    if (!/\d/.test(from)) return [];
    const day = dayNumber(from, language, Math.floor(asOf / msPerDay));
    const [own, theirs] = [facts.since(day), facts.benchmarkSince(day)];
    const span =
      /^\d+/.exec(label)?.[0] ??
      (/Month|ay/iu.test(label) && !/Year|yıl/iu.test(label) ? "month" : "year");
    return own === undefined ? [] : [{span, own, ...(theirs !== undefined && {theirs})}];
  });
}

/** The side of each span: ahead or up, 1; behind or down, -1. */
function sides(rows: readonly Row[], beside: boolean): {span: string; side: number}[] {
  return rows.flatMap(({span, own, theirs}) => {
    if (!beside) return {span, side: Math.sign(own)};
    return theirs === undefined ? [] : {span, side: Math.sign(own - theirs)};
  });
}

const isAbove = (words: string) => /Ahead|Up\b|önünde|yükselişte/u.test(words);

/** Each span that a caption names, in the order of the page. */
const spansIn = (words: string): string[] =>
  [...words.matchAll(/(\d+) (?:days|günde)|(month|ay başı)|(year|yıl başı)/gu)].map(
    ([, days, month]) => days ?? (month ? "month" : "year"),
  );

function ofSpans(found: Found, facts: Facts, note: ReadNote): Verdict {
  const words = found.text;
  const all = sides(rowsUnder(found, facts, note), /Bitcoin/.test(words));
  const want = isAbove(words) ? 1 : -1;
  const only = /only|Yalnızca/.test(words) ? spansIn(words) : undefined;
  const right = all.every(({span, side}) =>
    only === undefined || only.includes(span) ? side === want : side !== want,
  );
  return verdict(
    "comparison",
    all.length < 2 ? undefined : right,
    all.map(({span, side}) => `${span}: ${side}`).join(", "),
  );
}

/** The longest that a chart of closes goes back. */
const shown = 190;

export const captions: Judge = {
  subject: "captions",
  readings: [
    reading(
      "(?<=^|\\. )(?<way>Down from the high|Up from the low) of {day:date}$",
      "(?<=^|\\. ){day:date} (?<way>zirvenin altında|dibin üstünde)$",
      (found, facts) => {
        const down = /Down|zirve/.test(found.word("way"));
        const day = found.day("day");
        const [then, now] = [facts.coin.at(day), facts.coin.at(facts.last)];
        if (then === undefined || now === undefined || facts.pegged)
          return verdict("since", undefined);
        const since = facts.coin.between(day, facts.last).map(({close}) => close);
        const before = facts.coin.between(Math.max(day - 30, facts.last - 89), day);
        return [
          verdict(
            "superlative",
            [...since, ...before.map(({close}) => close)].every(one =>
              down ? one <= then : one >= then,
            ) && day >= facts.last - shown,
            dateOf(day),
          ),
          verdict("direction", down ? now < then : now > then, `${then} to ${now}`),
        ];
      },
    ),
    reading(
      "{coin} at its (?<end>highest|lowest) of these days$",
      "{coin} bu günlerin en (?<end>yükseğinde|düşüğünde)$",
      (found, facts) => {
        const last = facts.coin.at(facts.last);
        if (last === undefined || facts.pegged) return verdict("superlative", undefined);
        const high = /highest|yükseğinde/.test(found.word("end"));
        return verdict(
          "superlative",
          facts.coin
            .between(facts.last - 89, facts.last)
            .every(({close}) => (high ? close <= last : close >= last)),
          last,
        );
      },
    ),
    reading(
      "(?<=^|\\. )(?:Ahead of Bitcoin|Behind Bitcoin|Up|Down) (?:over every span|only (?:over|since) .+)$",
      "(?<=^|\\. )(?:Her dönemde|Yalnızca .+?) (?:Bitcoin’in (?:önünde|gerisinde)|yükselişte|düşüşte)$",
      ofSpans,
    ),
    reading(
      [
        "(?<=^|\\. )Number {place:count} of {size:count} (?:over {days:count} days|in a day)$",
        "(?<=^|\\. )(?<end>First|Last) of {size:count} (?:over {days:count} days|in a day)$",
      ],
      [
        "(?<=^|\\. )(?:Bir günde|{days:count} günde) {size:count} coin arasında {place:count}\\. sırada$",
        "(?<=^|\\. )(?:Bir günde|{days:count} günde) {size:count} coinin (?<end>ilki|sonuncusu)$",
      ],
      (found, facts, note) =>
        placed(found.has("days"), facts, note, ({own, others, place}) => {
          if (own === undefined) return [verdict("place", undefined)];
          const size = others.length + 1;
          const told = found.has("place")
            ? found.count("place")
            : /First|ilki/.test(found.word("end"))
              ? 1
              : size;
          return [
            verdict("place", told === place, `${place} of ${size}`),
            verdict("count", found.count("size") === size, size),
          ];
        }),
    ),
    reading(
      "(?<=^|\\. )(?<side>Above|Below) the median of the others (?:over {days:count} days|in a day)$",
      "(?<=^|\\. )(?:Bir günde|{days:count} günde) ötekilerin medyanının (?<side>üzerinde|altında)$",
      (found, facts, note) =>
        placed(found.has("days"), facts, note, ({own, others, place}) => {
          if (own === undefined || others.length === 0) return [verdict("comparison", undefined)];
          const above = /Above|üzerinde/.test(found.word("side"));
          const half = (others.length + 2) / 2;
          return [
            verdict(
              "comparison",
              above ? place <= half + 0.5 : place >= half - 0.5,
              `${place} of ${others.length + 1}, ${percent(own)}`,
            ),
          ];
        }),
    ),
  ],
};
