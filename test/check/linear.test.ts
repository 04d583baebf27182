import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {blocksOf} from "../../src/markdown/blocks.ts";
import {readFrontMatter} from "../../src/markdown/frontMatter.ts";
import {plainHouse} from "../../src/model/house.ts";
import {inPlace, toHtml} from "../../src/render/markup.ts";
import {styleOf, write} from "../../src/report.ts";
import {snapshotOf} from "../walk.ts";

/** Ten times what the slowest shape known takes on an idle machine. */
const mostSeconds = 10;
const length = 200_000;

const wish = {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"};
const {order, snapshot} = await snapshotOf(wish);
const {markdown, evidence} = write(order, snapshot, await styleOf({house: plainHouse}));

const ways = [
  ["checked", (text: string) => check(text, evidence)],
  ["checked below a note", (text: string) => check(`${markdown}\n\n${text}`, evidence)],
  ["laid out", (text: string) => toHtml(blocksOf(readFrontMatter(text).body), inPlace(new Map()))],
] as const;

/** Processor time, which the machine's other work hardly changes. */
function secondsOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const filled = (fragment: string, to = length) =>
  fragment.repeat(Math.ceil(to / fragment.length)).slice(0, to);

/** Twice the text may take a little more than twice the time, and never four times. */
function expectLinear(run: (text: string) => unknown, shape: (to: number) => string) {
  const half = secondsOf(() => run(shape(length / 2)));
  const whole = secondsOf(() => run(shape(length)));
  expect(whole).toBeLessThan(mostSeconds);
  if (half > 0.5) expect(whole / half).toBeLessThan(4);
}

const spaces = (to: number) => " ".repeat(to);
const listed: Readonly<Record<string, (to: number) => string>> = {
  "small prices": to => filled("$1 ", to),
  brackets: to => filled("[", to),
  "a heading with a far end": to => `# a${spaces(to)}#`,
  "a link that never comes": to => `[x](${spaces(to)}`,
  tags: to => filled("<a", to),
  "paragraph tags": to => filled("<p", to),
  stars: to => filled("*a", to),
  underscores: to => filled("a_", to),
  backticks: to => Array.from({length: Math.sqrt(2 * to)}, (_, i) => "`".repeat(i)).join(" "),
  "quotes in quotes": to => filled(">", to),
  "lists in lists": to =>
    Array.from({length: Math.sqrt(to)}, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
  "a table of rows": to => `| a | b |\n| --- | --- |\n${filled("| a | 5% |\n", to)}`,
  "a table of columns": to => `|${filled("a|", to / 2)}\n|${filled("-|", to / 2)}\n`,
  "one number": to => filled("1", to),
  "one word": to => filled("a", to),
  "one sentence": to => filled("the price rose 5% and ", to),
  "different numbers": to =>
    Array.from({length: to / 8}, (_, i) => `${((i * 7919) % 99991) / 100}%`).join(" "),
  "short lines": to => filled("price \n", to),
  "full stops": to => filled(".", to),
  "mail addresses": to => filled("a_-.", to),
  "combining marks": to => filled("e\u0301", to),
  "front matter": to => `---\n${filled("a: [", to)}\n---\n`,
};

describe.each(ways)("a text of 200 kB is %s in time that grows with its length", (_, run) => {
  test.each(Object.entries(listed))("%s", (_shape, shape) => expectLinear(run, shape), 120_000);

  const mark = fc.constantFrom(..."[]()<>*_`~|#>-+=!&\\\"'“”.,:;?%$—… \n\t@/{}^1a");
  const word = fc.constantFrom(
    ..."price rose fell TAO Bitcoin correlation because not decoupled may half third yüzde bir on".split(
      " ",
    ),
    ..."5% $270.68 2.59bn 20 March 2026 21:07 http://a www.a &amp; <!-- ]( **a** 1. - | --- |".split(
      " ",
    ),
  );
  const fragment = fc
    .array(fc.oneof(mark, word, fc.constant(" ")), {minLength: 1, maxLength: 6})
    .map(parts => parts.join(""));

  test("any shape", () => {
    fc.assert(
      fc.property(fragment, fragment, (first, again) =>
        expectLinear(run, to => first + filled(again, to)),
      ),
      {numRuns: 8},
    );
  }, 600_000);
});
