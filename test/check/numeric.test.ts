import {describe, expect, test} from "vitest";
import {numericFaults} from "../../src/check/numeric.ts";
import {proseOf} from "../../src/check/prose.ts";
import type {Evidence, Statement} from "../../src/model/evidence.ts";
import {evidenceWith} from "./evidence.ts";

const check = (text: string, evidence: Evidence) =>
  numericFaults(proseOf(text), evidence).faults.map(({fault}) => fault);

const figures = [
  ["price.usd", 277.427, "USD"],
  ["recent.start", 199.68, "USD", "2026-03-11T00:00:00Z"],
  ["change24h.usd", -0.0364, "return"],
  ["change24h.btc", -0.0417, "return"],
  ["turnover", 0.17247, "ratio"],
  ["benchmark.turnover", 0.0326, "ratio"],
  ["marketCap.usd", 2663340102, "USD"],
  ["rank", 35, "rank"],
  ["decoupling.60d.spearman", 0.7746, "correlation"],
  ["decoupling.60d.baseline.spearman", 0.6577, "correlation"],
  ["decoupling.60d.days", 60, "days"],
  ["sector.partialCorrelation", -0.1388, "correlation"],
  ["tail.gap", 0.0053, "difference"],
] as const;

const english: Statement[] = [
  [
    {name: "TAO"},
    " fell ",
    {figure: "change24h.usd", print: "3.64%"},
    " against the dollar in a day, to ",
    {figure: "price.usd", print: "$277.43"},
    ".",
  ],
  [
    "The market cap is ",
    {figure: "marketCap.usd", print: "$2.66bn"},
    ", which is rank ",
    {figure: "rank", print: "35"},
    "; turnover was ",
    {figure: "turnover", print: "17.2%"},
    " of it, against ",
    {figure: "benchmark.turnover", print: "3.3%"},
    " for ",
    {name: "Bitcoin"},
    ".",
  ],
  [
    "Rank correlation with ",
    {name: "Bitcoin"},
    " was ",
    {figure: "decoupling.60d.spearman", print: "0.77"},
    " over ",
    {figure: "decoupling.60d.days", print: "60"},
    " days, ",
    {figure: "decoupling.60d.baseline.spearman", print: "0.66"},
    " before; the partial one was ",
    {figure: "sector.partialCorrelation", print: "−0.14"},
    ".",
  ],
  [
    "The two answers lie ",
    {figure: "tail.gap", print: "0.53"},
    " points apart, as of ",
    {date: "2026-03-20T02:00:00Z", print: "20 March 2026, 02:00 UTC"},
    ".",
  ],
  [
    "Priced in ",
    {name: "Bitcoin"},
    " the change is ",
    {figure: "change24h.btc", print: "−4.17%"},
    ", which stays above the ",
    {figure: "benchmark.turnover", print: "3.3%"},
    " of the other.",
  ],
  [
    {
      cited: "The supply is capped at 21 million coins.",
      source: "docs.example",
      href: "https://docs.example",
    },
  ],
];
const turkish: Statement[] = [
  [
    {name: "TAO"},
    " bir günde dolar karşısında ",
    {figure: "change24h.usd", print: "%3,64"},
    " düştü ve ",
    {figure: "price.usd", print: "277,43 dolara"},
    " geldi.",
  ],
  [
    "Piyasa değeri ",
    {figure: "marketCap.usd", print: "2,66 milyar dolar"},
    ", devir hızı ",
    {figure: "turnover", print: "%17,2"},
    " ve medyanın üzerinde kalıyor.",
  ],
];
const en = evidenceWith(figures, english);
const tr = evidenceWith(figures, turkish, "tr");

const faultsIn = (text: string, evidence = en) =>
  check(`# Note\n\n${text}\n`, evidence).map(({kind, text: words, suggestion}) =>
    [kind, words, ...(suggestion === undefined ? [] : [suggestion])].join(" | "),
  );

describe("what is right", () => {
  test.each([
    "TAO fell 3.64% against the dollar in a day, to $277.43.",
    // Rounded otherwise, but rightly.
    "TAO fell 3.6% against the dollar in a day, to $277.",
    "TAO dropped about 4% against the dollar in a day, to some $277.",
    // Reworded, shortened, merged, turned round.
    "In a day TAO fell 3.64% against the dollar, and stands at $277.43.",
    "TAO’s market cap is $2.66bn (rank 35).",
    "Turnover was 17% of market cap, against 3.3% for Bitcoin.",
    "Rank correlation with Bitcoin was 0.66 before and 0.77 over 60 days.",
    // An editor's own sentence with numbers of the evidence.
    "With a market cap of $2.7 billion the coin is the 35th largest.",
    "The supply is capped at 21 million coins. ([docs.example](https://docs.example))",
    "The change lies 53 basis points apart: −4.17% and −3.64%.",
  ])("%s", text => expect(faultsIn(text)).toEqual([]));
  test.each([
    "TAO bir günde dolar karşısında %3,64 düştü ve 277,43 dolara geldi.",
    "TAO bir günde dolar karşısında %3,6 geriledi ve 277,43 dolara geldi.",
    "Piyasa değeri 2,7 milyar dolar, devir hızı %17 ve medyanın üzerinde kalıyor.",
  ])("%s", text => expect(faultsIn(text, tr)).toEqual([]));
});

describe("what is wrong, and what would be right", () => {
  test.each([
    ["TAO fell 3.65% against the dollar in a day, to $277.43.", ["wrong-rounding | 3.65% | 3.64%"]],
    [
      "TAO fell 3.64% against the dollar in a day, to $277.42.",
      ["wrong-rounding | $277.42 | $277.43"],
    ],
    ["TAO rose 3.64% against the dollar in a day, to $277.43.", ["wrong-direction | rose | fell"]],
    [
      "TAO fell 3.64 points against the dollar in a day, to $277.43.",
      ["wrong-unit | 3.64 points | 3.64%"],
    ],
    ["TAO fell 3.64% against the dollar in a day, to €277.43.", ["wrong-unit | €277.43 | $277.43"]],
    ["TAO fell 3.64% against the dollar in a day, to $199.68.", ["stale | $199.68 | $277.43"]],
    ["TAO fell 9.1% against the dollar in a day, to $277.43.", ["unsupported | 9.1% | 3.64%"]],
    [
      "The market cap is $2.66m, which is rank 35; turnover was 17.2% of it, against 3.3% for Bitcoin.",
      ["wrong-unit | $2.66m | $2.66bn"],
    ],
    [
      "The market cap is $2.66bn, which is rank 36; turnover was 17.2% of it, against 3.3% for Bitcoin.",
      ["unsupported | 36 | 35"],
    ],
    [
      "The market cap is $2.66bn, which is rank 35; turnover was 3.3% of it, against 17.2% for Bitcoin.",
      ["wrong-quantity | 3.3% | 17.2%", "wrong-quantity | 17.2% | 3.3%"],
    ],
    [
      "Rank correlation with Bitcoin was 0.66 over 60 days, 0.77 before; the partial one was 0.14.",
      [
        "wrong-quantity | 0.66 | 0.77",
        "wrong-quantity | 0.77 | 0.66",
        "wrong-direction | 0.14 | −0.14",
      ],
    ],
    [
      "The two answers lie 0.53% apart, as of 20 March 2026, 02:00 UTC.",
      ["unsupported | two", "wrong-unit | 0.53% | 0.53 points"],
    ],
    [
      "The answers lie 0.53 points apart, as of 19 March 2026, 02:00 UTC.",
      ["stale | 19 March 2026, 02:00 UTC | 20 March 2026, 02:00 UTC"],
    ],
    [
      "Priced in Bitcoin the change is +4.17%, which stays below the 3.3% of the other.",
      ["wrong-direction | +4.17% | −4.17%", "wrong-direction | below | above"],
    ],
    [
      "The supply is capped at 25 million coins. ([docs.example](https://docs.example))",
      ["unsupported | 25 million coins | 21 million coins"],
    ],
    // Sentences that nobody wrote before.
    ["The day brought a −4.17% correlation with Bitcoin.", ["wrong-quantity | −4.17%"]],
    ["Nodes earn 7.4% a year on 5,812 machines.", ["unsupported | 7.4%", "unsupported | 5,812"]],
    ["A 4.1% drop", ["wrong-rounding | 4.1% | 4.2%"]],
    ["The next upgrade is due on 3 September 2027.", ["unsupported | 3 September 2027"]],
  ])("%s", (text, expected) => expect(faultsIn(text)).toEqual(expected));

  test.each([
    [
      "TAO bir günde dolar karşısında %3,64 yükseldi ve 277,43 dolara geldi.",
      ["wrong-direction | yükseldi | düştü"],
    ],
    [
      "TAO bir günde dolar karşısında %3,46 düştü ve 277,43 dolara geldi.",
      ["unsupported | %3,46 | %3,64"],
    ],
    [
      "Piyasa değeri 2,66 milyon dolar, devir hızı 17,2 puan ve medyanın altında kalıyor.",
      [
        "wrong-unit | 2,66 milyon dolar | 2,66 milyar dolar",
        "wrong-unit | 17,2 puan | %17,2",
        "wrong-direction | altında | üzerinde",
      ],
    ],
    ["Ağın 4.712 düğümü var.", ["unsupported | 4.712"]],
  ])("%s", (text, expected) => expect(faultsIn(text, tr)).toEqual(expected));
});

test("a fault says where it is", () => {
  const [fault] = check(
    "# Note\n\nTAO **fell** 9.1% against the dollar in a day, to $277.43.\n",
    en,
  );
  expect(fault).toMatchObject({line: 3, column: 14, text: "9.1%", kind: "unsupported"});
});

test("the front matter is held like the text", () => {
  const text =
    '---\ntitle: "TAO fell 9.1% against the dollar in a day, to $277.43."\n---\n\n# Note\n';
  expect(check(text, en)).toMatchObject([{line: 2, column: 18, text: "9.1%"}]);
});

test("equal cells of a table are told apart by their place", () => {
  const table = evidenceWith(
    [
      ["a", 0.31, "correlation"],
      ["b", 0.63, "correlation"],
      ["c", 0.31, "correlation"],
    ],
    [
      ["Window"],
      ["Now"],
      ["Before"],
      ["30 days "],
      [{figure: "a", print: "0.31"}],
      [{figure: "b", print: "0.63"}],
      ["long"],
      [{figure: "c", print: "0.31"}],
      [{figure: "b", print: "0.63"}],
    ],
  );
  const written = (cell: string) =>
    `# T\n\n| Window | Now | Before |\n| --- | --- | --- |\n| short | 0.31 | 0.63 |\n| long | ${cell} | 0.63 |\n`;
  expect(check(written("0.31"), table)).toEqual([]);
  expect(check(written("0.63"), table)).toMatchObject([
    {line: 6, text: "0.63", kind: "wrong-quantity", suggestion: "0.31"},
  ]);
});

test.each([
  ["TAO never fell 3.64% against the dollar in a day, to $277.43.", "contradiction", "never"],
  ["TAO did not fall 3.64% against the dollar in a day, to $277.43.", "contradiction", "not"],
])("a denial that an edit has put in is named: %s", (text, kind, word) => {
  const faults = check(text, evidenceWith(figures, english));
  expect(faults.map(one => one.kind)).toContain(kind);
  expect(faults.find(one => one.kind === kind)?.text).toContain(word);
});
