import type {Comment} from "../../../api/reviewShapes.ts";
import {placeOf} from "../../../services/anchor.ts";
import {ask} from "../../api.ts";
import type {Passage, Room} from "../room.ts";
import {anchorOf} from "./anchoring.ts";

/** A comment where it stands in the text on the screen. */
export interface PlacedComment extends Passage {
  readonly comment: Comment;
}

/** Those that are open, each where its words stand, once and word for word; and those that stand nowhere. */
export function placedIn(
  text: string,
  comments: readonly Comment[],
): {readonly placed: PlacedComment[]; readonly lost: Comment[]} {
  const placed: PlacedComment[] = [];
  const lost: Comment[] = [];
  for (const comment of comments) {
    if (comment.resolvedAt !== undefined) continue;
    const place = placeOf(text, comment.anchor);
    if (place) placed.push({comment, ...place});
    else lost.push(comment);
  }
  return {placed, lost};
}

/** @throws Refused or Unreachable */
export async function remark(room: Room, passage: Passage, words: string): Promise<void> {
  const anchor = anchorOf(room.text.peek() ?? "", passage);
  await ask(`/api/drafts/${encodeURIComponent(room.id)}/comments`, {
    method: "POST",
    body: {anchor, text: words, revision: room.revision.peek()},
  });
  await room.comments.refresh();
}

/** @throws Refused or Unreachable */
export async function resolve(room: Room, id: string, resolved: boolean): Promise<void> {
  await ask(`/api/comments/${encodeURIComponent(id)}`, {method: "PATCH", body: {resolved}});
  await room.comments.refresh();
}
