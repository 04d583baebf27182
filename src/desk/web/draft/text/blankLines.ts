import {RangeSetBuilder} from "@codemirror/state";
import {Decoration, type DecorationSet, type EditorView, ViewPlugin} from "@codemirror/view";

const blank = Decoration.line({class: "blank"});

function blanksIn({visibleRanges, state}: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const {from, to} of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      if (line.length === 0) found.add(line.from, line.from, blank);
      at = line.to + 1;
    }
  }
  return found.finish();
}

/** An empty line between two paragraphs is a gap, not a line. */
export const blankLines = ViewPlugin.define(
  view => ({
    drawn: blanksIn(view),
    update({docChanged, viewportChanged}) {
      if (docChanged || viewportChanged) this.drawn = blanksIn(view);
    },
  }),
  {decorations: plugin => plugin.drawn},
);
