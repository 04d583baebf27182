import {parseArgs} from "node:util";
import {check} from "../src/check/check.ts";
import {examine} from "../src/check/marks.ts";
import type {Fault} from "../src/model/fault.ts";
import {recordedData} from "../test/recorded.ts";
import {edited, editKinds} from "./check/edits.ts";
import {mutate, mutationKinds} from "./check/mutations.ts";
import {type WrittenNote, writtenNotes} from "./check/notes.ts";
import type {Mutation} from "./check/spots.ts";
import {randomFrom} from "./simulate.ts";

/**
 * What the check finds and what it invents: false alarms on notes as they were written and on
 * harmless edits, and the share of things made wrong in them that it catches.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    verbose: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    notes: {type: "string"},
  },
});
const wanted = Number(values.notes ?? (values.quick ? 40 : 500));
const mutations = values.quick ? 2_000 : 20_000;
const edits = values.quick ? 500 : 2_500;

interface Checked extends WrittenNote {
  readonly faults: readonly Fault[];
}

const notes: Checked[] = [];
/** Every note once, as it comes, in processor time; the first ones warm the program up. */
const warmUp = 20;
let seconds = 0;
for await (const note of writtenNotes(values.data, wanted)) {
  const start = process.cpuUsage();
  const faults = check(note.markdown, note.evidence);
  const {user, system} = process.cpuUsage(start);
  if (notes.length >= warmUp) seconds += (user + system) / 1e6;
  notes.push({...note, faults});
}
/** What each text that an editor left took, in milliseconds of processor time. */
const spent: number[] = [];
const random = randomFrom(7).uniform;
const locales = [...new Set(notes.map(({locale}) => locale))];
const one = () => notes[Math.floor(random() * notes.length)]!;

const missed: Mutation[] = [];
const results = {
  notes: notes.length,
  falseAlarms: alarms(),
  caught: caught(mutations, note => note.evidence, missed),
  caughtByMeaning: caught(mutations / 10, note => ({...note.evidence, statements: []}), []),
  harmless: harmless(edits),
  millisecondsAfterEdit: {median: quantileOf(spent, 0.5), p99: quantileOf(spent, 0.99)},
  notesPerSecond: (notes.length - warmUp) / seconds,
};
if (values.json) console.log(JSON.stringify(results));
else print();

interface Row {
  kind: string;
  locale: string;
  made: number;
  caught: number;
}

function alarms() {
  const faults = notes.flatMap(note => note.faults.map(fault => ({note: note.name, ...fault})));
  return {notes: notes.filter(note => note.faults.length > 0).length, faults};
}

function caught(
  count: number,
  evidenceOf: (note: Checked) => WrittenNote["evidence"],
  notCaught: Mutation[],
): Row[] {
  const rows = mutationKinds.flatMap(kind =>
    locales.map(locale => ({kind, locale, made: 0, caught: 0}) as Row),
  );
  let made = 0;
  for (let tries = 0; made < count && tries < 20 * count; tries++) {
    const note = one();
    const kind = mutationKinds[tries % mutationKinds.length]!;
    const mutation = mutate(note, kind, random);
    if (!mutation) continue;
    made++;
    const evidence = evidenceOf(note);
    const known = evidence === note.evidence ? note.faults : check(note.markdown, evidence);
    const row = rows.find(row => row.kind === kind && row.locale === note.locale)!;
    row.made++;
    if (finds(mutation, evidence, known)) row.caught++;
    else notCaught.push(mutation);
  }
  return rows.filter(row => row.made > 0);
}

/** More faults on the lines that were made wrong than there were before. */
function finds(
  {markdown, lines}: Mutation,
  evidence: WrittenNote["evidence"],
  before: readonly Fault[],
): boolean {
  const on = (faults: readonly Fault[]) =>
    new Set(
      faults
        .filter(({line}) => lines.includes(line))
        .map(({line, kind, text, reason}) => `${line} ${kind} ${text} ${reason}`),
    );
  const known = on(before);
  return [...on(check(markdown, evidence))].some(fault => !known.has(fault));
}

function harmless(count: number): Row[] {
  const rows = editKinds.flatMap(kind =>
    locales.map(locale => ({kind, locale, made: 0, caught: 0}) as Row),
  );
  let made = 0;
  for (let tries = 0; made < count && tries < 20 * count; tries++) {
    const note = one();
    const kind = editKinds[tries % editKinds.length]!;
    const markdown = edited(note, kind, random);
    if (markdown === undefined) continue;
    made++;
    const row = rows.find(row => row.kind === kind && row.locale === note.locale)!;
    row.made++;
    const keyOf = ({kind, text, reason}: Fault) => `${kind} ${text} ${reason}`;
    const known = new Set(note.faults.map(keyOf));
    const start = process.cpuUsage();
    const {faults} = examine(markdown, note.evidence);
    const {user, system} = process.cpuUsage(start);
    spent.push((user + system) / 1e3);
    const fresh = faults.filter(fault => !known.has(keyOf(fault)));
    if (fresh.length === 0) continue;
    row.caught++;
    if (values.verbose) console.error(note.name, kind, fresh);
  }
  return rows.filter(row => row.made > 0);
}

function quantileOf(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(part * numbers.length)] ?? 0;
}

function print(): void {
  const {falseAlarms, notesPerSecond, millisecondsAfterEdit} = results;
  const share = ({caught: found, made}: Row) => `${((100 * found) / made).toFixed(2)} %`;
  const total = (rows: readonly Row[]): Row => ({
    kind: "all",
    locale: "",
    made: rows.reduce((sum, row) => sum + row.made, 0),
    caught: rows.reduce((sum, row) => sum + row.caught, 0),
  });
  const table = (rows: readonly Row[]) =>
    console.table([...rows, total(rows)].map(row => ({...row, share: share(row)})));
  console.log(`${notes.length} notes in ${locales.join(" and ")}`);
  console.log(`\nFalse alarms: ${falseAlarms.faults.length} on ${falseAlarms.notes} notes`);
  for (const fault of falseAlarms.faults.slice(0, 20)) console.log(fault);
  console.log("\nMade wrong, and caught");
  table(results.caught);
  console.log("\nThe same by meaning alone: without the statements of the note");
  table(results.caughtByMeaning);
  console.log("\nHarmless edits, and false alarms on them");
  table(results.harmless);
  console.log(`\n${notesPerSecond.toFixed(0)} notes checked in a second of processor time`);
  const {median, p99} = millisecondsAfterEdit;
  console.log(
    `faults and marks of an edited note: ${median.toFixed(0)} ms of it in the middle, 99 in 100 within ${p99.toFixed(0)} ms`,
  );
  if (values.verbose) for (const {kind, what} of missed.slice(0, 200)) console.error(kind, what);
}
