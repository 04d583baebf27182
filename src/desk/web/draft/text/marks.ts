import {
  type ChangeDesc,
  ChangeSet,
  type EditorState,
  RangeSet,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {Decoration, type DecorationSet, EditorView} from "@codemirror/view";
import type {Standing} from "../../../../model/mark.ts";
import type {Passage} from "../room.ts";
import {type PlacedFault, placedFaults, type Reading, visibleMarks} from "./reading.ts";
import {suggestionWidget} from "./suggestion.ts";

interface Marks {
  readonly drawn: DecorationSet;
  /** All of them, to be asked for. */
  readonly standings: RangeSet<Decoration>;
  readonly faults: RangeSet<Decoration>;
  /** What was changed since the text that is being checked was taken. */
  readonly since: ChangeDesc;
  /** Undefined until the first check. */
  readonly reading: Reading | undefined;
}

/** The text as it is now has been taken to be checked. */
export const taken = StateEffect.define<null>();
/** What the check says of the text that was taken last. */
export const told = StateEffect.define<Reading>();

const looks: Readonly<Record<Standing, Decoration>> = {
  supported: Decoration.mark({class: "f"}),
  edited: Decoration.mark({class: "f ed"}),
  wrong: Decoration.mark({class: "f bad"}),
  unsupported: Decoration.mark({class: "f none"}),
};

/** Drawn over what was checked; moved along by what is typed, until it is checked anew. */
export const marks = StateField.define<Marks>({
  create: ({doc}) => ({
    drawn: Decoration.none,
    standings: RangeSet.empty,
    faults: RangeSet.empty,
    since: ChangeSet.empty(doc.length),
    reading: undefined,
  }),
  update(before, {changes, docChanged, effects, newDoc}) {
    let now = docChanged
      ? {
          ...before,
          drawn: before.drawn.map(changes),
          standings: before.standings.map(changes),
          faults: before.faults.map(changes),
          since: before.since.composeDesc(changes.desc),
        }
      : before;
    for (const effect of effects) {
      if (effect.is(taken)) now = {...now, since: ChangeSet.empty(newDoc.length)};
      if (effect.is(told)) now = asTold(effect.value, now.since);
    }
    return now;
  },
  provide: field => EditorView.decorations.from(field, ({drawn}) => drawn),
});

function asTold(reading: Reading, since: ChangeDesc): Marks {
  const standings = reading.marks.map(({from, to, status}) =>
    Decoration.mark({standing: status}).range(from, to),
  );
  const faults = placedFaults(reading).map(placed =>
    Decoration.mark({placed}).range(placed.from, placed.to),
  );
  const drawn = [
    ...visibleMarks(reading.marks).map(({from, to, status}) => looks[status].range(from, to)),
    ...placedFaults(reading).flatMap(suggestionWidget),
  ];
  return {
    drawn: Decoration.set(drawn, true).map(since),
    standings: RangeSet.of(standings, true).map(since),
    faults: RangeSet.of(faults, true).map(since),
    since,
    reading,
  };
}

/** How the marks that lie within a passage stand; undefined until the first check. */
export function standingsWithin(state: EditorState, {from, to}: Passage): Standing[] | undefined {
  const found = state.field(marks, false);
  if (!found?.reading) return undefined;
  const standings: Standing[] = [];
  found.standings.between(from, to, (begins, ends, {spec}) => {
    if (from <= begins && ends <= to) standings.push(spec.standing);
  });
  return standings;
}

/** The faults where they stand by now, in the order of the text. */
export function faultsNow(state: EditorState): PlacedFault[] {
  const placed: PlacedFault[] = [];
  const found = state.field(marks, false)?.faults.iter();
  for (; found?.value; found.next())
    placed.push({...found.value.spec.placed, from: found.from, to: found.to});
  return placed;
}

export const faultAt = (state: EditorState, at: number): PlacedFault | undefined =>
  faultsNow(state).find(({from, to}) => from <= at && at <= to);

/** The innermost standing at a place. */
export function standingAt(
  state: EditorState,
  at: number,
): (Passage & {standing: Standing}) | undefined {
  let innermost: (Passage & {standing: Standing}) | undefined;
  state.field(marks, false)?.standings.between(at, at, (from, to, {spec}) => {
    if (!innermost || to - from <= innermost.to - innermost.from)
      innermost = {from, to, standing: spec.standing};
  });
  return innermost;
}
