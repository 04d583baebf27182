import {EditorSelection, type SelectionRange} from "@codemirror/state";
import {type Command, EditorView, keymap} from "@codemirror/view";
import {unfoldAt} from "./folds.ts";
import {faultAt, faultsNow} from "./marks.ts";
import type {PlacedFault} from "./reading.ts";

/** Selects the fault after the cursor, or before it; past the last one the first. */
export const goToFault =
  (step: 1 | -1): Command =>
  view => {
    const all = faultsNow(view.state);
    const {from, head} = view.state.selection.main;
    const next =
      step === 1
        ? (all.find(fault => fault.from > from) ?? all[0])
        : (all.findLast(fault => fault.to < head || fault.from < from) ?? all.at(-1));
    if (next) select(view, next);
    return true;
  };

/** Brings it into sight, with a line or two around it. */
export const nearby = ({head}: SelectionRange) =>
  EditorView.scrollIntoView(head, {y: "nearest", yMargin: 48});

function select(view: EditorView, {from, to}: PlacedFault) {
  const range = EditorSelection.range(from, to);
  unfoldAt(view, from);
  view.dispatch({selection: range, effects: nearby(range), userEvent: "select"});
  view.focus();
}

/** Takes the suggestion for the fault at the cursor, or else for the next one that has one. */
export const useSuggestion: Command = view => {
  const {head} = view.state.selection.main;
  const mendable = faultsNow(view.state).filter(fault => fault.mendable);
  const at = faultAt(view.state, head);
  const fault = at?.mendable ? at : (mendable.find(({from}) => from >= head) ?? mendable[0]);
  if (!fault || view.state.readOnly) return true;
  const {from, to} = fault;
  const insert = fault.fault.suggestion ?? "";
  if (view.state.sliceDoc(from, to) !== fault.fault.text) return true;
  view.dispatch({
    changes: {from, to, insert},
    selection: {anchor: from + insert.length},
    scrollIntoView: true,
    userEvent: "input.suggestion",
  });
  return true;
};

export const faultKeys = keymap.of([
  {key: "F8", run: goToFault(1), shift: goToFault(-1), preventDefault: true},
  {key: "Mod-.", run: useSuggestion, preventDefault: true},
]);
