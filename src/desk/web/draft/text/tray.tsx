import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import {CommentBlock} from "./commentBlock.tsx";
import {commentWords} from "./commentWords.ts";
import {placedIn} from "./remarks.ts";

/** Comments whose words are not in the text any more: nobody guesses where they belong. */
export function Tray({room}: {readonly room: Room}) {
  const w = inLocale(commentWords);
  // As the text was when they came; while one types they go along with it.
  const text = room.text.peek();
  const comments = room.comments.value.value?.comments;
  if (room.comments.failure.value && !comments)
    return <p class="tray-of-lost small red">{w.notFetched}</p>;
  if (text === undefined || !comments) return null;
  const {lost} = placedIn(text, comments);
  if (lost.length === 0) return null;
  return (
    <details class="tray-of-lost">
      <summary>{w.lost(lost.length)}</summary>
      <p class="small soft">{w.lostWhy}</p>
      {lost.map(comment => (
        <CommentBlock key={comment.id} room={room} comment={comment} />
      ))}
    </details>
  );
}
