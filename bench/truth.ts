import {parseArgs} from "node:util";
import {recordedData} from "../test/recorded.ts";
import {atLeast, atMost, report, rounded, type Section} from "./pairs.ts";
import {randomFrom} from "./simulate.ts";
import {randomNotes} from "./truth/drafts.ts";
import {type Judged, readWith} from "./truth/judge.ts";
import {judges} from "./truth/judges/index.ts";
import {readMarket} from "./truth/market.ts";
import {readNote} from "./truth/note.ts";
import {shapeOf} from "./truth/shape.ts";

/**
 * A reader that does not trust the writer: notes on random coins and days, each sentence of them read
 * with code of this bench's own from the raw closes and answers, and found true, false or not to be judged.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    notes: {type: "string"},
    seed: {type: "string", default: "1"},
  },
});
const wanted = Number(values.notes ?? (values.quick ? 40 : 2_000));
const market = readMarket(values.data);

interface Falsehood extends Judged {
  readonly note: string;
}

const kinds = new Map<string, {judged: number; false: number; "not judged": number}>();
const falsehoods: Falsehood[] = [];
const shapes = new Map<string, number>();
const written = {en: 0, tr: 0};
let sentences = 0;
let unread = 0;
for await (const {name, markdown} of randomNotes(
  values.data,
  market,
  wanted,
  randomFrom(Number(values.seed)).uniform,
)) {
  const note = readNote(name, markdown);
  const reading = readWith(judges, note, market);
  written[note.language]++;
  sentences += reading.sentences;
  unread += reading.unread.length;
  for (const one of reading.judged) {
    const kind = `${one.subject}: ${one.claim}`;
    const row = kinds.get(kind) ?? {judged: 0, false: 0, "not judged": 0};
    kinds.set(kind, row);
    row[one.holds === undefined ? "not judged" : "judged"]++;
    if (one.holds !== false) continue;
    row.false++;
    falsehoods.push({...one, note: name});
  }
  for (const text of reading.unread) {
    const shape = shapeOf(text, note);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
}

const most = <T extends {readonly count: number}>(rows: readonly T[]) =>
  rows.toSorted((a, b) => b.count - a.count);
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
const table: Section = {
  title: `Claims judged in ${written.en} English and ${written.tr} Turkish notes`,
  rows: [...kinds].sort().map(([kind, row]) => ({kind, ...row})),
};
const goals = [
  atMost("false claims", 0, falsehoods.length),
  atLeast("share of sentences with a claim judged", 0.9, rounded(1 - unread / sentences)),
];
if (values.json)
  report(
    [table, {title: "False sentences", rows: found}, {title: "Shapes not judged", rows: unjudged}],
    goals,
    true,
  );
else print();

/** Sentences are too long for the cells of a table. */
function print(): void {
  console.log("Sentences in which nothing was judged, by shape");
  for (const {count, shape} of unjudged.slice(0, 100)) console.log(`${count} × ${shape}`);
  console.log("\nFalse sentences, the first of each kind and shape");
  for (const {count, kind, note, sentence, truth} of found)
    console.log(`${count} × ${kind} (${note})\n    ${sentence}\n    ⇒ ${truth}`);
  report([table], goals, false);
}
