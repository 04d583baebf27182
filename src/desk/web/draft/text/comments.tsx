import {type Extension, type Range, StateEffect, StateField} from "@codemirror/state";
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  WidgetType,
} from "@codemirror/view";
import {render} from "preact";
import type {Comment} from "../../../api/reviewShapes.ts";
import {may} from "../../session/session.ts";
import type {Passage, Room} from "../room.ts";
import {CommentBlock, NewComment} from "./commentBlock.tsx";
import {standingAt} from "./marks.ts";
import type {PlacedComment} from "./remarks.ts";

/** Comments that have a place in the text as it is. */
export const setComments = StateEffect.define<readonly PlacedComment[]>();
/** A field for a comment on a passage; undefined: it is closed. */
export const openComment = StateEffect.define<Passage | undefined>();

interface Shown {
  readonly placed: readonly PlacedComment[];
  readonly writing: (Passage & {readonly number: number}) | undefined;
  /** How many fields were opened: each is one of its own. */
  readonly opened: number;
  readonly drawn: DecorationSet;
}

class Block extends WidgetType {
  readonly key: string;
  readonly draw: (dom: HTMLElement, view: EditorView) => void;
  constructor(key: string, draw: (dom: HTMLElement, view: EditorView) => void) {
    super();
    this.key = key;
    this.draw = draw;
  }
  override eq(other: Block) {
    return other.key === this.key;
  }
  toDOM(view: EditorView) {
    const dom = document.createElement("div");
    dom.className = "under-line";
    this.draw(dom, view);
    return dom;
  }
  override destroy(dom: HTMLElement) {
    render(null, dom);
  }
  override ignoreEvent() {
    return true;
  }
}

/** Comments as blocks under the lines that they are on. */
export function commentsOf(room: Room): Extension {
  const shown = StateField.define<Shown>({
    create: () => ({placed: [], writing: undefined, opened: 0, drawn: Decoration.none}),
    update(before, {changes, docChanged, effects, state}) {
      let {placed, writing, opened} = before;
      if (docChanged) {
        const along = <P extends Passage>(one: P): P => ({
          ...one,
          from: changes.mapPos(one.from, 1),
          to: changes.mapPos(one.to, -1),
        });
        placed = placed.map(along);
        writing = writing && along(writing);
      }
      for (const effect of effects) {
        if (effect.is(setComments)) placed = effect.value;
        if (effect.is(openComment)) writing = effect.value && {...effect.value, number: ++opened};
      }
      if (placed === before.placed && writing === before.writing) return before;
      return {placed, writing, opened, drawn: drawnOf(placed, writing)};

      function drawnOf(placed: Shown["placed"], writing: Shown["writing"]) {
        const endOfLine = (at: number) => state.doc.lineAt(Math.min(at, state.doc.length)).to;
        const blocks: Range<Decoration>[] = placed
          .filter(({from, to}) => from < to)
          .flatMap(({comment, from, to}) => [
            quoted.range(from, to),
            Decoration.widget({widget: blockOf(comment), block: true, side: 1}).range(
              endOfLine(to),
            ),
          ]);
        if (writing)
          blocks.push(
            Decoration.widget({widget: field(writing), block: true, side: 2}).range(
              endOfLine(writing.to),
            ),
          );
        return Decoration.set(blocks, true);
      }
      function field({from, to, number}: NonNullable<Shown["writing"]>) {
        const quote = state.sliceDoc(from, to);
        return new Block(`new ${number}`, (dom, view) =>
          render(
            <NewComment
              room={room}
              quote={quote}
              place={() => view.state.field(shown).writing}
              close={() => {
                view.dispatch({effects: openComment.of(undefined)});
                view.focus();
              }}
            />,
            dom,
          ),
        );
      }
    },
    provide: field => EditorView.decorations.from(field, ({drawn}) => drawn),
  });

  function blockOf(comment: Comment) {
    return new Block(comment.id, (dom, view) => {
      const answer = () => {
        const placed = view.state.field(shown).placed.find(one => one.comment.id === comment.id);
        if (placed) view.dispatch({effects: openComment.of({from: placed.from, to: placed.to})});
      };
      render(<CommentBlock room={room} comment={comment} answer={answer} />, dom);
    });
  }
  return [shown, keymap.of([{key: "Mod-Alt-m", run: commentHere, preventDefault: true}])];
}

const quoted = Decoration.mark({class: "quoted"});

/** On the selection, or else the figure or sentence under the cursor, or else its word. */
export const commentHere: Command = view => {
  const {state} = view;
  const {main} = state.selection;
  const place = main.empty ? (standingAt(state, main.head) ?? state.wordAt(main.head)) : main;
  if (!may("writer") || !place || place.from >= place.to) return true;
  view.dispatch({effects: openComment.of({from: place.from, to: place.to})});
  return true;
};
