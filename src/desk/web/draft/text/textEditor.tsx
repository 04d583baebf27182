import type {Command} from "@codemirror/view";
import type {Signal} from "@preact/signals";
import {useLayoutEffect, useRef} from "preact/hooks";
import {useKeys} from "../../keys.ts";
import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import {type Checking, openChecking} from "./checking.ts";
import {commentHere} from "./comments.tsx";
import {type Editor, openEditor} from "./editor.ts";
import {goToFault, useSuggestion} from "./faultKeys.ts";
import {words} from "./words.ts";

interface Given {
  readonly room: Room;
  readonly checking: Signal<Checking | undefined>;
}

/** The editor with its check, as long as the draft is shown. */
export function TextEditor({room, checking}: Given) {
  const parent = useRef<HTMLDivElement>(null);
  const opened = useRef<Editor>(null);
  useLayoutEffect(() => {
    const editor = openEditor({
      parent: parent.current!,
      room,
      describedBy: "text-state",
      changed: () => mine.changed(),
    });
    opened.current = editor;
    const mine = openChecking(room, editor);
    checking.value = mine;
    return () => {
      checking.value = undefined;
      mine.close();
      editor.close();
    };
  }, [room]);
  // The editor knows these keys itself; here they are for the list, and for when the focus is elsewhere.
  const w = inLocale(words).keys;
  const run = (command: Command) => () => void (opened.current && command(opened.current.view));
  useKeys(
    () => [
      {key: "F8", says: w.nextFault, act: run(goToFault(1))},
      {key: "mod+.", says: w.useSuggestion, act: run(useSuggestion)},
      {key: "c", says: w.comment, act: run(commentHere)},
    ],
    [room, w],
  );
  return <div class="body editor" ref={parent} />;
}
