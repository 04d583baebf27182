import {defaultKeymap, history, historyKeymap, simplifySelection} from "@codemirror/commands";
import {Annotation, Compartment, EditorState, Transaction} from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import {effect} from "@preact/signals";
import {inLocale} from "../../words/locale.ts";
import type {Passage, Room} from "../room.ts";
import {blankLines} from "./blankLines.ts";
import {changesBetween} from "./changesBetween.ts";
import {commentHere, commentsOf, setComments} from "./comments.tsx";
import {faultKeys, nearby} from "./faultKeys.ts";
import {finding} from "./finding.ts";
import {foldAsChecked, foldQuiet, folds, unfoldAt} from "./folds.ts";
import {hover} from "./hover.ts";
import {markdown} from "./language.ts";
import {marks, taken, told} from "./marks.ts";
import type {Reading} from "./reading.ts";
import {placedIn} from "./remarks.ts";
import {words} from "./words.ts";

/** Not typed here: it came from the desk, or from another part of the screen. */
const fromRoom = Annotation.define<true>();

export interface Editor {
  readonly view: EditorView;
  /** The text as it is, to be checked. */
  readonly take: () => string;
  readonly show: (reading: Reading) => void;
  close(): void;
}

interface Wish {
  readonly parent: HTMLElement;
  readonly room: Room;
  readonly describedBy: string;
  readonly changed: () => void;
}

/** The editor of the draft's text: it and `room.text` are one, whichever is changed. */
export function openEditor({parent, room, describedBy, changed}: Wish): Editor {
  const asRoomSays = new Compartment();
  const said = () => [
    EditorState.readOnly.of(!room.writable.value),
    // For the spelling.
    EditorView.contentAttributes.of({lang: room.draft.value.value?.locale ?? "en"}),
  ];
  const view = new EditorView({
    parent,
    doc: room.text.peek() ?? "",
    extensions: [
      commentsOf(room),
      faultKeys,
      marks,
      folds,
      hover,
      markdown,
      blankLines,
      lineNumbers({
        formatNumber: (number, {doc}) =>
          number <= doc.lines && doc.line(number).length === 0 ? "" : String(number),
      }),
      history(),
      drawSelection({
        cursorBlinkRate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 1200,
      }),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      finding,
      keymap.of([
        ...defaultKeymap.filter(({key}) => key !== "Escape"),
        {key: "Escape", run: simplifySelection},
        ...historyKeymap,
      ]),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({
        spellcheck: "true",
        autocorrect: "off",
        autocapitalize: "off",
        "aria-label": inLocale(words).text,
        "aria-describedby": describedBy,
      }),
      asRoomSays.of([]),
      EditorView.updateListener.of(({docChanged, selectionSet, transactions, state}) => {
        if (docChanged) {
          if (!transactions.every(one => one.annotation(fromRoom)))
            room.text.value = state.doc.toString();
          changed();
        }
        if (docChanged || selectionSet) point(state.selection.main);
      }),
    ],
  });
  view.dispatch({effects: foldQuiet(view)});

  function point({from, to}: Passage) {
    const before = room.here.peek();
    if (before?.from !== from || before.to !== to) room.here.value = {from, to};
  }

  const stops = [
    effect(() => {
      const text = room.text.value ?? "";
      const before = view.state.doc.toString();
      if (text !== before)
        view.dispatch({
          changes: changesBetween(before, text),
          // What somebody else wrote is not undone by who undoes what they wrote.
          annotations: [fromRoom.of(true), Transaction.addToHistory.of(false)],
        });
    }),
    effect(() => {
      const all = room.comments.value.value?.comments ?? [];
      const {placed} = placedIn(view.state.doc.toString(), all);
      view.dispatch({effects: setComments.of(placed)});
    }),
    effect(() => {
      view.dispatch({effects: asRoomSays.reconfigure(said())});
    }),
  ];
  const sized = new ResizeObserver(() => {
    // What opens beside the text takes none of it from under the cursor.
    if (view.hasFocus) view.dispatch({effects: nearby(view.state.selection.main)});
  });
  sized.observe(view.scrollDOM);
  room.hand.value = {
    show({from, to}, options) {
      const end = Math.min(to, view.state.doc.length);
      unfoldAt(view, Math.min(from, end));
      view.dispatch({
        selection: {anchor: Math.min(from, end), head: end},
        effects: EditorView.scrollIntoView(Math.min(from, end), {y: "center"}),
      });
      if (options?.focus) view.focus();
    },
    comment({from, to}) {
      view.dispatch({selection: {anchor: from, head: to}});
      commentHere(view);
    },
    replace({from, to}, insert) {
      if (view.state.readOnly) return;
      view.dispatch({changes: {from, to, insert}, userEvent: "input.suggestion"});
    },
  };
  return {
    view,
    take() {
      view.dispatch({effects: taken.of(null)});
      return view.state.doc.toString();
    },
    show(reading) {
      const first = view.state.field(marks).reading === undefined;
      view.dispatch({effects: told.of(reading)});
      if (first) view.dispatch({effects: foldAsChecked(view.state)});
    },
    close() {
      sized.disconnect();
      for (const stop of stops) stop();
      room.hand.value = undefined;
      view.destroy();
    },
  };
}

const nonce = () =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
