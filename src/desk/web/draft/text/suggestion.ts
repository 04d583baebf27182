import type {Range} from "@codemirror/state";
import {Decoration, type EditorView, WidgetType} from "@codemirror/view";
import {inLocale} from "../../words/locale.ts";
import type {PlacedFault} from "./reading.ts";
import {words} from "./words.ts";

/** Longer ones are shown as far as they go; all of it is put in place. */
const longest = 40;

class Suggestion extends WidgetType {
  readonly fault: string;
  readonly suggestion: string;
  readonly length: number;
  constructor(fault: string, suggestion: string, length: number) {
    super();
    this.fault = fault;
    this.suggestion = suggestion;
    this.length = length;
  }
  override eq(other: Suggestion) {
    return (
      other.fault === this.fault &&
      other.suggestion === this.suggestion &&
      other.length === this.length
    );
  }
  toDOM(view: EditorView) {
    const button = document.createElement("button");
    const w = inLocale(words);
    button.type = "button";
    button.className = "fix";
    // The text keeps the focus; by keyboard it is taken with the keys of the editor.
    button.tabIndex = -1;
    const {suggestion} = this;
    const shown =
      suggestion.length > longest ? `${suggestion.slice(0, longest).trimEnd()} …` : suggestion;
    button.textContent = suggestion === "" ? w.takeOut : `→ ${shown}`;
    button.title = w.use(suggestion);
    button.onmousedown = event => event.preventDefault();
    button.onclick = () => {
      if (view.state.readOnly) return;
      const to = view.posAtDOM(button);
      const from = to - this.length;
      if (view.state.sliceDoc(from, to) !== this.fault) return;
      view.dispatch({changes: {from, to, insert: suggestion}, userEvent: "input.suggestion"});
      view.focus();
    };
    return button;
  }
  override ignoreEvent() {
    return true;
  }
}

export function suggestionWidget({fault, mendable, to}: PlacedFault): Range<Decoration>[] {
  if (!mendable || fault.suggestion === undefined) return [];
  const widget = new Suggestion(fault.text, fault.suggestion, fault.text.length);
  return [Decoration.widget({widget, side: 1}).range(to)];
}
