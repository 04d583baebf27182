import {parseArgs} from "node:util";
import {find} from "../src/findings/find.ts";
import {languageOf} from "../src/languages/index.ts";
import type {Article, Block} from "../src/model/article.ts";
import {plainHouse} from "../src/model/house.ts";
import {locales} from "../src/model/locale.ts";
import type {Inline, Text} from "../src/model/text.ts";
import {narrate} from "../src/narrative/article.ts";
import {readMarket} from "../src/sources/market.ts";
import {generator} from "../src/version.ts";
import {recordedData} from "../test/recorded.ts";
import {snapshotOf} from "../test/walk.ts";
import {atMost, report} from "./pairs.ts";

/**
 * How much of what notes say is a form filled in: the share of words in clauses that, with names,
 * dates and numbers masked, at least three of 23 notes have alike. `--show N` prints the forms that
 * most words stand in.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    show: {type: "string", default: "0"},
  },
});

/** Loud, quiet, young and pegged; days of the coin, of the market, and of neither. */
const asked = [
  ["bitcoin", "2020-03-13T00:30:00Z"],
  ["dogecoin", "2021-01-29T00:30:00Z"],
  ["ethereum", "2021-05-20T00:30:00Z"],
  ["the-sandbox", "2022-04-17T00:30:00Z"],
  ["LUNA", "2022-05-13T00:30:00Z"],
  ["FTT", "2022-11-09T00:30:00Z"],
  ["usd-coin", "2023-03-12T00:30:00Z"],
  ["ethereum", "2023-09-24T00:30:00Z"],
  ["bitcoin", "2024-03-06T00:30:00Z"],
  ["bittensor", "2024-03-08T00:30:00Z"],
  ["chainlink", "2024-08-06T00:30:00Z"],
  ["bitcoin", "2024-11-12T00:30:00Z"],
  ["dogecoin", "2024-11-13T00:30:00Z"],
  ["cosmos", "2025-10-11T00:30:00Z"],
  ["LIT", "2026-01-22T00:30:00Z"],
  ["bittensor", "2026-03-20T01:53:00Z"],
  ["tether-gold", "2026-03-20T01:53:00Z"],
  ["aave", "2026-03-20T01:53:00Z"],
  ["kaspa", "2026-03-20T01:53:00Z"],
  ["pepe", "2026-03-20T01:53:00Z"],
  ["internet-computer", "2022-11-10T00:30:00Z"],
  ["cardano", "2021-09-08T00:30:00Z"],
  ["filecoin", "2021-04-02T00:30:00Z"],
] as const;

const shared = 3;

interface Clause {
  readonly form: string;
  readonly words: number;
}

async function articleOf(coin: string, asOf: string, locale: string): Promise<Article> {
  const {order, snapshot} = await snapshotOf({coin, asOf, locale, data: values.data});
  const findings = find(readMarket(snapshot), locale);
  const article = narrate(order, snapshot, findings, languageOf(locale), {
    generator,
    house: plainHouse,
  });
  if (!article) throw new Error(`nothing is known of ${coin} on ${asOf}`);
  return article;
}

/** What is read: from the title to the method, without tables and source lines. */
function read({title, deck, summary, sections, authorship}: Article): Text[] {
  const end = sections.findIndex(({blocks}) =>
    blocks.some(block => JSON.stringify(block).includes(authorship.unchanged)),
  );
  // The method stands before the disclosures.
  const body = end > 0 ? sections.slice(0, end - 1) : sections;
  return [
    title,
    deck,
    ...summary,
    ...body.flatMap(({heading, blocks}) => [heading, ...blocks.flatMap(textsOf)]),
  ];
}

function textsOf(block: Block): readonly Text[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "exhibit":
      return [block.title];
    case "table":
    case "quote":
      return [];
  }
}

/** Names, dates and numbers masked, and what a suffix does to them in Turkish with them. */
function masked(inline: Inline): string {
  if (typeof inline === "string") return inline.replace(/\d[\d.,]*/g, "#");
  if ("strong" in inline) return inline.strong.map(masked).join("");
  if ("emphasis" in inline) return inline.emphasis.map(masked).join("");
  if ("figure" in inline) return /\d/.test(inline.print) ? "#" : inline.print;
  if ("date" in inline) return "#";
  return "name" in inline ? "_" : "";
}

const clausesOf = (text: Text): Clause[] =>
  text
    .map(masked)
    .join("")
    .replace(/([#_])’\p{L}+/gu, "$1")
    .split(/[.?!;:,()–—]+(?=\s|$)|\s[(]/u)
    .map(part => part.toLowerCase().trim())
    .filter(part => /\p{L}/u.test(part))
    .map(form => ({form, words: form.split(/\s+/).length}));

const rows: {locale: string; notes: number; words: number; "in shared forms, %": number}[] = [];
const forms: {locale: string; notes: number; words: number; form: string}[] = [];
for (const locale of locales) {
  const notes: Clause[][] = [];
  for (const [coin, asOf] of asked)
    notes.push(read(await articleOf(coin, asOf, locale)).flatMap(clausesOf));
  const users = new Map<string, Set<number>>();
  notes.forEach((clauses, i) => {
    for (const {form} of clauses) users.set(form, (users.get(form) ?? new Set()).add(i));
  });
  const all = notes.flat();
  const count = (clauses: readonly Clause[]) => clauses.reduce((sum, {words}) => sum + words, 0);
  const isShared = ({form}: Clause) => users.get(form)!.size >= shared;
  rows.push({
    locale,
    notes: notes.length,
    words: count(all),
    "in shared forms, %": Math.round((100 * count(all.filter(isShared))) / count(all)),
  });
  const weighed = Map.groupBy(all.filter(isShared), ({form}) => form);
  forms.push(
    ...[...weighed]
      .map(([form, clauses]) => ({
        locale,
        notes: users.get(form)!.size,
        words: count(clauses),
        form,
      }))
      .toSorted((a, b) => b.words - a.words)
      .slice(0, Number(values.show)),
  );
}

report(
  [
    {title: "Words in clause forms that three of the notes share", rows},
    ...(forms.length > 0 ? [{title: "Forms by their words", rows: forms}] : []),
  ],
  rows.map(row => atMost(`shared forms, ${row.locale}, %`, 55, row["in shared forms, %"])),
  values.json,
);
