import {parseArgs} from "node:util";
import {recordedData} from "../test/recorded.ts";
import {atLeast, atMost, report, rounded, type Section} from "./pairs.ts";
import {randomFrom} from "./simulate.ts";
import {brokenRules} from "./truth/broken.ts";
import {randomNotes, type Text} from "./truth/drafts.ts";
import {Facts} from "./truth/facts.ts";
import {type Judged, readWith} from "./truth/judge.ts";
import {judges} from "./truth/judges/index.ts";
import {readMarket} from "./truth/market.ts";
import {readNote} from "./truth/note.ts";
import {shapeOf} from "./truth/shape.ts";

/**
 * A reader that does not trust the writer: notes on random coins and days, each sentence of them read
 * with code of this bench's own from the raw closes and answers, and found true, false or not to be
 * judged. With --broken, rules of the writer are broken in those notes, to see whether it notices.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    broken: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    notes: {type: "string"},
    seed: {type: "string", default: "1"},
  },
});
const wanted = Number(values.notes ?? (values.quick ? 40 : values.broken ? 200 : 2_000));
const market = readMarket(values.data);
const random = randomFrom(Number(values.seed)).uniform;
const notes = randomNotes(values.data, market, wanted, random);
await (values.broken ? breakRules(notes) : readAll(notes));

interface Falsehood extends Judged {
  readonly note: string;
}

async function readAll(texts: AsyncIterable<Text>): Promise<void> {
  const kinds = new Map<string, {judged: number; false: number; "not judged": number}>();
  const falsehoods: Falsehood[] = [];
  const shapes = new Map<string, number>();
  const written = {en: 0, tr: 0};
  const sentences = {read: 0, plain: 0, unread: 0};
  for await (const {name, markdown} of texts) {
    const note = readNote(name, markdown);
    const {judged, unread, read, plain} = readWith(judges, note, new Facts(note, market));
    written[note.language]++;
    sentences.read += read;
    sentences.plain += plain;
    sentences.unread += unread.length;
    for (const one of judged) {
      const kind = `${one.subject}: ${one.claim}`;
      const row = kinds.get(kind) ?? {judged: 0, false: 0, "not judged": 0};
      kinds.set(kind, row);
      row[one.holds === undefined ? "not judged" : "judged"]++;
      if (one.holds !== false) continue;
      row.false++;
      falsehoods.push({...one, note: name});
    }
    for (const text of unread) {
      const shape = shapeOf(text, note);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    }
  }
  const found = most(
    [...Map.groupBy(falsehoods, one => `${one.subject}: ${one.claim}: ${one.shape}`).values()].map(
      ([first, ...others]) => ({
        count: 1 + others.length,
        kind: `${first!.subject}: ${first!.claim}`,
        note: first!.note,
        sentence: first!.sentence,
        truth: first!.truth,
      }),
    ),
  );
  const unjudged = most([...shapes].map(([shape, count]) => ({count, shape})));
  const share = sentences.read / (sentences.read + sentences.unread);
  const tables: Section[] = [
    {
      title: `Claims judged in ${written.en} English and ${written.tr} Turkish notes`,
      rows: [...kinds].sort().map(([kind, row]) => ({kind, ...row})),
    },
    {
      title: "Sentences",
      rows: [
        {
          "with a claim judged": sentences.read,
          "without one": sentences.unread,
          share: rounded(share),
          "state nothing of the market": sentences.plain,
        },
      ],
    },
  ];
  const goals = [
    atMost("false claims", 0, falsehoods.length),
    atLeast("share of sentences with a claim judged", 0.9, share),
  ];
  if (values.json) {
    const lists = [
      {title: "False sentences", rows: found},
      {title: "Shapes of sentences without a claim judged", rows: unjudged},
    ];
    report([...tables, ...lists], goals, true);
    return;
  }
  // Sentences are too long for the cells of a table.
  console.log("Sentences without a claim judged, by shape");
  for (const {count, shape} of unjudged.slice(0, 100)) console.log(`${count} × ${shape}`);
  console.log("\nFalse sentences, the first of each kind and shape");
  for (const {count, kind, note, sentence, truth} of found)
    console.log(`${count} × ${kind} (${note})\n    ${sentence}\n    ⇒ ${truth}`);
  report(tables, goals, false);
}

/** A broken rule is found in a note where more claims are false than were before. */
async function breakRules(texts: AsyncIterable<Text>): Promise<void> {
  const rows = brokenRules.map(({rule}) => ({rule, broken: 0, found: 0}));
  for await (const {name, markdown} of texts) {
    const note = readNote(name, markdown);
    if (note.language !== "en") continue;
    const facts = new Facts(note, market);
    const falseIn = (text: string) =>
      readWith(judges, readNote(name, text), facts).judged.filter(({holds}) => holds === false)
        .length;
    const before = falseIn(markdown);
    brokenRules.forEach(({broken}, i) => {
      const text = broken(markdown, facts);
      if (text === markdown) return;
      rows[i]!.broken++;
      if (falseIn(text) > before) rows[i]!.found++;
    });
  }
  report(
    [
      {
        title: "Rules broken in notes, and found",
        rows: rows.map(row => ({...row, share: rounded(row.found / Math.max(1, row.broken))})),
      },
    ],
    [atLeast("broken rules found", brokenRules.length, rows.filter(({found}) => found > 0).length)],
    values.json,
  );
}

function most<T extends {readonly count: number}>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => b.count - a.count);
}
