import {useSignal} from "@preact/signals";
import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import type {Checking} from "./checking.ts";
import {Foot} from "./foot.tsx";
import {TextEditor} from "./textEditor.tsx";
import {words} from "./words.ts";

/** The text of a draft, to be read and written. */
export function TextColumn({room}: {readonly room: Room}) {
  const w = inLocale(words);
  const checking = useSignal<Checking>();
  const revision = room.revision.value;
  return (
    <section class="col textcol" id="c-text" aria-labelledby="text-title">
      <div class="bar">
        <h2 id="text-title">{w.text}</h2>
        <span>
          {revision !== undefined && w.markdown(revision)}
          {room.draft.value.value && !room.writable.value && ` · ${w.readOnly}`}
        </span>
      </div>
      {room.text.value === undefined ? (
        <p class="body small soft" role="status">
          {w.loading}
        </p>
      ) : (
        <TextEditor room={room} checking={checking} />
      )}
      <Foot room={room} checking={checking.value} />
    </section>
  );
}
