import {
  codeFolding,
  foldEffect,
  foldedRanges,
  syntaxTree,
  unfoldEffect,
} from "@codemirror/language";
import {type EditorState, type Extension, Prec, type StateEffect} from "@codemirror/state";
import {type EditorView, keymap} from "@codemirror/view";
import {inLocale} from "../../words/locale.ts";
import {standingsWithin} from "./marks.ts";
import {isTrouble} from "./reading.ts";
import {words} from "./words.ts";

// What the program made of the evidence, and nobody writes by hand, stands as one quiet line.

interface Part {
  readonly kind: "frontMatter" | "table";
  readonly from: number;
  readonly to: number;
}

function partsOf(state: EditorState): Part[] {
  const parts: Part[] = [];
  const cursor = syntaxTree(state).cursor();
  if (!cursor.firstChild()) return parts;
  do {
    const kind = cursor.name === "FrontMatter" ? "frontMatter" : cursor.name === "Table" && "table";
    if (kind) parts.push({kind, from: cursor.from, to: cursor.to});
  } while (cursor.nextSibling());
  return parts;
}

interface Folded {
  readonly kind: Part["kind"];
  readonly count: number;
  /** Undefined until it is checked. */
  readonly asEvidence: boolean | undefined;
}

/** Folds all but what a person has to look at. */
export function foldQuiet({state}: EditorView): StateEffect<unknown>[] {
  return partsOf(state)
    .filter(part => !standingsWithin(state, part)?.some(isTrouble))
    .map(({from, to}) => foldEffect.of({from, to}));
}

/** Says anew what is folded once the check has spoken, and opens where it found something. */
export function foldAsChecked(state: EditorState): StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(0, state.doc.length, (from, to) => {
    const fine = !standingsWithin(state, {from, to})?.some(isTrouble);
    effects.push(unfoldEffect.of({from, to}), ...(fine ? [foldEffect.of({from, to})] : []));
  });
  return effects;
}

export function unfoldAt({state, dispatch}: EditorView, at: number): boolean {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(at, at, (from, to) => {
    effects.push(unfoldEffect.of({from, to}));
  });
  if (effects.length > 0) dispatch({effects});
  return effects.length > 0;
}

function told(
  state: EditorState,
  {from, to}: {readonly from: number; readonly to: number},
): Folded {
  const lines = state.doc.lineAt(to).number - state.doc.lineAt(from).number + 1;
  const kind = state.doc.sliceString(from, from + 3) === "---" ? "frontMatter" : "table";
  const standings = standingsWithin(state, {from, to});
  return {
    kind,
    count: Math.max(lines - 2, 0),
    asEvidence: standings?.every(one => one === "supported"),
  };
}

export const folds: Extension = [
  codeFolding({
    preparePlaceholder: told,
    placeholderDOM(_view, open, {kind, count, asEvidence}: Folded) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "fold";
      button.tabIndex = -1;
      button.textContent = inLocale(words).folded(kind, count, asEvidence);
      button.onclick = open;
      return button;
    },
  }),
  Prec.high(
    keymap.of([{key: "Enter", run: view => unfoldAt(view, view.state.selection.main.head)}]),
  ),
];
