import type {Against, Differences} from "../../../api/judgingShapes.ts";
import {askJson, Refused} from "../../api.ts";

/** What a text is held against, in the order in which it is offered. */
export const againsts = ["approval", "program", "previous", "published"] as const;

/** Null: there is nothing to hold it against. */
export async function differences(
  draft: string,
  against: Against,
  signal?: AbortSignal,
): Promise<Differences | null> {
  const path = `/api/drafts/${encodeURIComponent(draft)}/differences?against=${against}`;
  return askJson<Differences>(path, signal && {signal}).catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  });
}
