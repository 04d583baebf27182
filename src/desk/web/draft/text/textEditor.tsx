import type {Signal} from "@preact/signals";
import {useLayoutEffect, useRef} from "preact/hooks";
import type {Room} from "../room.ts";
import {type Checking, openChecking} from "./checking.ts";
import {openEditor} from "./editor.ts";

interface Given {
  readonly room: Room;
  readonly checking: Signal<Checking | undefined>;
}

/** The editor with its check, as long as the draft is shown. */
export function TextEditor({room, checking}: Given) {
  const parent = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const editor = openEditor({
      parent: parent.current!,
      room,
      lang: room.draft.value.peek()?.locale ?? "en",
      describedBy: "text-state",
      changed: () => mine.changed(),
    });
    const mine = openChecking(room, editor);
    checking.value = mine;
    return () => {
      checking.value = undefined;
      mine.close();
      editor.close();
    };
  }, [room]);
  return <div class="body editor" ref={parent} />;
}
