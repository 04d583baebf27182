import type {Command, EditorView} from "@codemirror/view";
import {keymap} from "@codemirror/view";
import {faultAt, faultsNow} from "./marks.ts";
import type {PlacedFault} from "./reading.ts";

/** Selects the fault after the cursor, or before it; past the last one the first. */
const go =
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

function select(view: EditorView, {from, to}: PlacedFault) {
  view.dispatch({selection: {anchor: from, head: to}, scrollIntoView: true, userEvent: "select"});
  view.focus();
}

/** Takes the suggestion for the fault at the cursor, or else for the next one that has one. */
const useSuggestion: Command = view => {
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
  {key: "F8", run: go(1), shift: go(-1), preventDefault: true},
  {key: "Mod-.", run: useSuggestion, preventDefault: true},
]);
