import {placesOf} from "../../../../check/places.ts";
import type {Fault} from "../../../../model/fault.ts";
import type {Judgements} from "../../../api/judgingShapes.ts";
import type {Checked} from "../../../api/reviewShapes.ts";
import type {JudgementKind} from "../../../judging/judgement.ts";
import type {Passage} from "../passage.ts";
import {movedBetween} from "./moved.ts";
import {plain} from "./plain.ts";

type Judgement = Judgements["items"][number];

/** One thing to judge, as it stands in the text on the screen. */
export interface Item extends Omit<Judgement, "from" | "to"> {
  /** Under which heading it is shown: a fault of the lead stands with the lead. */
  readonly group: JudgementKind;
  readonly passage?: Passage;
  /** Of a fault. */
  readonly fault?: Fault;
  /** Changes with the words in the text: what was judged is what stood there. What has none there is its data, and its id changes with them. */
  readonly print: string;
}

/** What the queue is made of. */
export interface Judged {
  readonly items: readonly Judgement[];
  /** The text that they were found in. */
  readonly of: string;
  /** The one on the screen. */
  readonly text: string;
  /** What the check says of the one on the screen; the items' own faults until it is there. */
  readonly checked: Checked | undefined;
}

/** What is to be judged in the text on the screen, in its order. A fault that is mended is gone. */
export function queueOf({items, of, text, checked}: Judged): Item[] {
  const move = movedBetween(of, text);
  const placed = items.map(one => placedIn(one, of, text, move));
  const judged = checked ? placed.filter(({kind}) => kind !== "fault") : placed;
  const faults = checked ? faultsOf(text, checked) : [];
  const inHeadline = (fault: Item) =>
    judged.some(({kind, passage}) => kind === "headline" && within(fault.passage, passage));
  const loud = faults.filter(inHeadline).map(one => ({...one, group: "headline" as const}));
  const headline = [...judged.filter(({kind}) => kind === "headline"), ...loud];
  return [
    ...headline.toSorted((a, b) => (a.passage?.from ?? 0) - (b.passage?.from ?? 0)),
    ...judged.filter(({kind}) => kind !== "headline"),
    ...faults.filter(one => !inHeadline(one)),
  ];
}

const within = (inner: Passage | undefined, outer: Passage | undefined) =>
  inner !== undefined && outer !== undefined && outer.from <= inner.from && inner.to <= outer.to;

function placedIn(
  {from, to, ...one}: Judgement,
  of: string,
  text: string,
  move: ReturnType<typeof movedBetween>,
): Item {
  const passage = from === undefined || to === undefined ? undefined : move({from, to});
  if (!passage) return {...one, group: one.kind, print: ""};
  const words = text.slice(passage.from, passage.to);
  const says = words !== of.slice(from, to) && quotes.has(one.kind) ? plain(words) : one.says;
  return {...one, says, group: one.kind, passage, print: fingerprint(words)};
}

/** These say what stands in the text. */
const quotes: ReadonlySet<JudgementKind> = new Set(["headline", "claim"]);

function faultsOf(text: string, {faults, marks}: Checked): Item[] {
  const {offset} = placesOf(text);
  const seen = new Map<string, number>();
  return faults.map(fault => {
    const what = JSON.stringify([fault.kind, fault.text, fault.reason]);
    const nth = seen.get(what) ?? 0;
    seen.set(what, nth + 1);
    const from = offset(fault);
    const passage = {from, to: Math.min(text.length, from + fault.text.length)};
    const mark = marks.find(one => one.figure !== undefined && within(one, passage));
    return {
      id: `fault.${fingerprint(what)}.${nth}`,
      kind: "fault",
      group: "fault",
      title: fault.text,
      says: fault.reason,
      figures: mark?.figure === undefined ? [] : [mark.figure],
      passage,
      fault,
      print: "",
    };
  });
}

/** FNV-1a, 32 bits: tells texts of one note apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** What a visit is kept by: other words there are to be visited anew. */
export const visitOf = ({id, print}: Item): string => `${id}@${print}`;

/** The next that nobody has visited, from the one that was left on, and round. */
export function nextUnvisited(
  items: readonly Item[],
  left: string | undefined,
  visited: ReadonlySet<string>,
): Item | undefined {
  const at = items.findIndex(({id}) => id === left) + 1;
  return [...items.slice(at), ...items.slice(0, at)].find(one => !visited.has(visitOf(one)));
}

/** The one before or after; the first or last from nowhere. */
export function neighbour(
  items: readonly Item[],
  from: string | undefined,
  step: 1 | -1,
): Item | undefined {
  const at = items.findIndex(({id}) => id === from);
  if (at < 0) return step > 0 ? items[0] : items.at(-1);
  return items[at + step] ?? items[at];
}

/** Claims of headline and lead that are still to be visited: until then nobody approves. */
export const headlineLeft = (items: readonly Item[], visited: ReadonlySet<string>): number =>
  items.filter(one => one.kind === "headline" && !visited.has(visitOf(one))).length;
