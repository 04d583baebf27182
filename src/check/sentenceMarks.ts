import type {Mark, Standing} from "../model/mark.ts";
import type {Judgement, Reading} from "./numeric.ts";
import type {Spotted} from "./spotted.ts";

/** The marks of a sentence, each within another or beside it; offsets are those of the sentence. */
export function sentenceMarks(reading: Reading, found: readonly Spotted[]): Mark[] {
  const numbers = numberMarks(reading);
  const faults = found.map(ofFault);
  const read = together([...ofStatement(reading, [...numbers, ...faults]), ...numbers]);
  return together([...read, ...widened(faults, read)]);
}

/** Of its numbers and dates alone. */
export const numberMarks = (reading: Reading): Mark[] => [
  ...reading.judgements.map(ofNumber),
  ...unread(reading),
];

const ofFault = ({fault, from, to, figure}: Spotted): Mark => ({
  // Where words are missing it is the place before which they are.
  ...(from < to ? {from, to} : {from, to: from + 1}),
  status: fault.kind === "unsupported" && figure === undefined ? "unsupported" : "wrong",
  ...(figure !== undefined && {figure}),
});

/** A sentence that follows a statement: as written, edited, or no better than the worst that is in it. */
function ofStatement({sentence: {text}, statement}: Reading, within: readonly Mark[]): Mark[] {
  if (!statement || text === "") return [];
  // What a template puts behind the dateline is of no statement: "· Simulated market".
  const asWritten = text === statement.text || text.startsWith(`${statement.text} · `);
  const to = asWritten ? statement.text.length : text.length;
  const own: Standing = asWritten ? "supported" : "edited";
  const status = within
    .map(one => one.status)
    .filter(one => one === "wrong" || one === "unsupported")
    .reduce(worse, own);
  return [{from: 0, to, status, statement: statement.statement}];
}

function ofNumber({mention: {from, to}, figure, date, edited, verdict}: Judgement): Mark {
  const bound = figure !== undefined || date !== undefined;
  const wrong = bound || verdict?.kind !== "unsupported" ? "wrong" : "unsupported";
  return {
    from,
    to,
    status: verdict ? wrong : edited ? "edited" : "supported",
    ...(figure !== undefined && {figure}),
    ...(date !== undefined && {date}),
  };
}

/** Prints of a sentence as written that are read as words: one, in Turkish, is an article as well. */
function unread({sentence, statement, judgements}: Reading): Mark[] {
  if (!statement || sentence.text !== statement.text) return [];
  return statement.slots.flatMap(({from, to, piece}) => {
    const read = judgements.some(({mention}) => mention.from < to && from < mention.to);
    if (read || !("print" in piece)) return [];
    const {print: _print, ...bound} = piece;
    return [{from, to, status: "supported" as const, ...bound}];
  });
}

const order: readonly Standing[] = ["supported", "edited", "unsupported", "wrong"];
const worse = (one: Standing, other: Standing) =>
  order.indexOf(one) < order.indexOf(other) ? other : one;

/** Those that cover the same words made one, with the worse standing. */
function together(marks: readonly Mark[]): Mark[] {
  const known = new Map<string, Mark>();
  for (const one of marks) {
    const key = `${one.from} ${one.to}`;
    const before = known.get(key);
    known.set(key, {...one, ...before, status: worse(before?.status ?? one.status, one.status)});
  }
  return [...known.values()];
}

/** Words at fault that end within others are widened by them. */
function widened(faults: readonly Mark[], read: readonly Mark[]): Mark[] {
  const placed = [...read];
  return together(faults).map(fault => {
    let one = fault;
    for (let other = crossing(one, placed); other; other = crossing(one, placed))
      one = {...one, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to)};
    placed.push(one);
    return one;
  });
}

const crossing = (one: Mark, marks: readonly Mark[]) =>
  marks.find(
    other =>
      (one.from < other.from && other.from < one.to && one.to < other.to) ||
      (other.from < one.from && one.from < other.to && other.to < one.to),
  );
