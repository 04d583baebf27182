import {history} from "@codemirror/commands";
import {EditorState} from "@codemirror/state";
import {EditorView, lineNumbers} from "@codemirror/view";

/** An editor with nothing of ours in it, to hold ours against. */
Object.assign(globalThis, {
  openBareEditor(doc: string) {
    const extensions = [history(), lineNumbers(), EditorView.lineWrapping];
    const state = EditorState.create({doc, extensions});
    return new EditorView({state, parent: document.body});
  },
});
