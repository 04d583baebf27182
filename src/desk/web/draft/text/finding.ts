import {type Extension, StateEffect} from "@codemirror/state";
import {type Command, type EditorView, keymap} from "@codemirror/view";
import {fetchedLater} from "../../later.tsx";

const fetchFind = fetchedLater(() => import("@codemirror/search"));

/** Finding and replacing comes when it is first asked for, by the keys that it has. */
export const finding: Extension = keymap.of([
  {key: "Mod-f", run: view => found(view, ({openSearchPanel}) => openSearchPanel)},
  {key: "Mod-d", run: view => found(view, ({selectNextOccurrence}) => selectNextOccurrence)},
]);

type Find = Awaited<ReturnType<typeof fetchFind>>;

const finds = new WeakSet<EditorView>();

function found(view: EditorView, commandOf: (find: Find) => Command): boolean {
  void fetchFind().then(find => {
    if (!finds.has(view)) {
      finds.add(view);
      const {search, searchKeymap} = find;
      view.dispatch({
        effects: StateEffect.appendConfig.of([search({top: true}), keymap.of(searchKeymap)]),
      });
    }
    commandOf(find)(view);
  });
  return true;
}
