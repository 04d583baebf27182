import type {Checked} from "../../../api/reviewShapes.ts";
import {askJson} from "../../api.ts";
import type {Room} from "../room.ts";

/** Where no editor checks the text, the desk does, once for each text. */
export function checkEach(room: Room): () => void {
  const path = `/api/drafts/${encodeURIComponent(room.id)}/check`;
  return room.text.subscribe(text => {
    if (text === undefined) return;
    askJson<Checked>(path, {method: "POST", body: {text}}).then(
      checked => {
        if (room.text.peek() === text) room.checked.value = checked;
      },
      // Then there are the faults that the judgements came with.
      () => {},
    );
  });
}
