import type {Facts} from "./facts.ts";

/** A rule of the writer, and what its notes would say were it broken: the text as it was where it says nothing of it. */
export interface BrokenRule {
  readonly rule: string;
  readonly broken: (markdown: string, facts: Facts) => string;
}

/** Rules that were broken once, broken again in the English text of notes that keep them. */
export const brokenRules: readonly BrokenRule[] = [
  {
    rule: "close to a level only where it is near in price, not by a share of the range",
    broken: markdown =>
      markdown.replace(
        /stands [\d.,]+% (?:above|below) the year’s (lowest|highest) close, (.+? on .+?), and [\d.,]+% (?:above|below) its (lowest|highest), /,
        "stands close to the year’s $1 close, $2, and far from its $3, ",
      ),
  },
  {
    rule: "a tie has tightened only where the adjusted test says so",
    broken: markdown =>
      markdown.replaceAll(
        /^(\| \d+ days \| ([−\d.]+) \| ([−\d.]+) \|.*\| )no change found \|$/gm,
        (row, before: string, now: string, then: string) =>
          Number(now) > Number(then) && Number(then) >= 0 ? `${before}strengthened |` : row,
      ),
  },
  {
    rule: "a span begins with the close nearest its length",
    broken: (markdown, facts) =>
      markdown.replaceAll(
        /([Oo]ver )(\d+)( days (?:it is )?)(?:up|down) [\d.]+%/g,
        (text, over: string, days: string, it: string) => {
          const late = facts.since(facts.dayBefore(Number(days)) + 1);
          return late === undefined
            ? text
            : `${over}${days}${it}${late < 0 ? "down" : "up"} ${Math.abs(100 * late).toFixed(1)}%`;
        },
      ),
  },
  {
    rule: "each time worse only where it is, in the figures that are printed",
    broken: markdown =>
      markdown.replace(
        /; for Bitcoin it is ((?:[+−]?[\d.,]*\d%(?:, | and )?)+)\./,
        "; each time it has done worse than Bitcoin ($1).",
      ),
  },
  {
    rule: "none only where there are none, not where there are too few",
    broken: markdown =>
      markdown.replaceAll(
        /(\d+) daily returns are on record and (\d+) are needed/g,
        "$2 daily returns are needed and these data hold none",
      ),
  },
  {
    rule: "a place is counted over everyone, not over those that happen to have data",
    broken: markdown =>
      markdown.replaceAll(/number (\d+) among them/g, (text, place: string) =>
        Number(place) > 1 ? `number ${Number(place) - 1} among them` : text,
      ),
  },
];
