import type {Revision, SaveConflict} from "../../api/reviewShapes.ts";
import {ask, Refused} from "../api.ts";
import type {Happening} from "./saving.ts";

const busy = [408, 425, 429, 500, 502, 503, 504];

/** Sends a text to the desk, and tells what came of it. */
export async function sendText(
  path: string,
  {text, revision}: {readonly text: string; readonly revision: number},
): Promise<Happening> {
  const now = () => ({at: Date.now()});
  try {
    const answer = await ask(`${path}/text`, {
      method: "PUT",
      body: text,
      headers: {"If-Match": `"${revision}"`},
      signal: AbortSignal.timeout(30_000),
    });
    const saved = (await answer.json()) as Revision;
    return {kind: "acknowledged", desk: {revision: saved.number, text: saved.text}, ...now()};
  } catch (error) {
    if (!(error instanceof Refused)) return {kind: "away", why: "", ...now()};
    const {status, message: why} = error;
    if (status === 401) return {kind: "signed-out", ...now()};
    if (status === 412) {
      const {theirs, base} = error.problem as unknown as SaveConflict;
      return {
        kind: "outrun",
        theirs: {revision: theirs.number, text: theirs.text},
        by: theirs.author,
        ...(base && {base: base.text}),
        ...now(),
      };
    }
    return busy.includes(status) ? {kind: "away", why, ...now()} : {kind: "refused", why, ...now()};
  }
}
