import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import {words} from "./words.ts";

/** The text of a draft, to be read and written. */
export function TextColumn({room}: {readonly room: Room}) {
  const w = inLocale(words);
  const revision = room.revision.value;
  return (
    <section class="col textcol" id="c-text" aria-labelledby="text-title">
      <div class="bar">
        <h2 id="text-title">{w.text}</h2>
        <span>{revision !== undefined && w.markdown(revision)}</span>
      </div>
      <div class="body">
        <pre>{room.text.value}</pre>
      </div>
    </section>
  );
}
