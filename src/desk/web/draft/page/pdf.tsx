import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

/** The note as a PDF, by the browser's own viewer. */
export function Pdf() {
  const w = inLocale(words);
  const {room} = useReview();
  const address = `/api/drafts/${encodeURIComponent(room.id)}/note.pdf?r=${room.revision.value ?? ""}`;
  return (
    <div class="frames pdf">
      <p class="note small">
        <a class="text" href={address} target="_blank" rel="noreferrer">
          {w.newTab}
        </a>
      </p>
      <iframe class="shown" title={w.pdf} src={address} />
    </div>
  );
}
