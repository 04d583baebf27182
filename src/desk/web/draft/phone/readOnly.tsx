import {useEffect} from "preact/hooks";
import type {Room} from "../room.ts";
import {checkEach} from "./checkEach.ts";

/** In place of the editor, where one reads and approves: it draws nothing, and keeps text and check. */
export function ReadOnly({room}: {readonly room: Room}) {
  useEffect(() => {
    room.hand.value = undefined;
    void room.load();
    return checkEach(room);
  }, [room]);
  return null;
}
