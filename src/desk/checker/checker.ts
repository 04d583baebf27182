import {availableParallelism} from "node:os";
import {Tinypool} from "tinypool";
import {type Examined, examine} from "../../check/marks.ts";
import {type Revision, revise} from "../../check/revise.ts";
import type {Draft} from "../../model/draft.ts";

/** A draft by the digest of its content, which never changes. */
export interface KnownDraft {
  readonly digest: string;
  readonly draft: Draft;
}

/** Holds texts against the evidence of their draft. */
export interface Checker {
  revise(known: KnownDraft, text: string): Promise<Revision>;
  examine(known: KnownDraft, text: string): Promise<Examined>;
}

/** What of a draft the check reads. */
export type Checked = Pick<Draft, "markdown" | "evidence" | "faults">;

/** What a thread is asked; it keeps the drafts that it has read. */
export interface Question {
  readonly work: "revise" | "examine";
  readonly digest: string;
  /** JSON of what the check reads of the draft, in memory that is shared. */
  readonly draft: SharedArrayBuffer;
  readonly text: string;
}

/** In the calling thread. */
export const ownChecker: Checker = {
  revise: async ({draft}, text) => revise(draft, text),
  examine: async ({draft: {evidence}}, text) => examine(text, evidence),
};

/** The file beside this one, as source or compiled. */
const filename = new URL(
  import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js",
  import.meta.url,
);

/** Drafts of which what the check reads is kept, the newest. */
const mostKept = 32;

/** Opens threads that check, one for each processor but ours, so that whoever asks for other things need not wait. */
export function openChecker(): Checker & AsyncDisposable {
  const pool = new Tinypool({
    filename: filename.href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
  });
  pool.on("error", () => {}); // a thread that fails before it is asked fails whoever asks next
  const shared = new Map<string, SharedArrayBuffer>();
  const bytesOf = ({digest, draft: {markdown, evidence, faults}}: KnownDraft) => {
    const known = shared.get(digest);
    if (known) return known;
    const json = new TextEncoder().encode(JSON.stringify({markdown, evidence, faults}));
    const bytes = new SharedArrayBuffer(json.length);
    new Uint8Array(bytes).set(json);
    shared.set(digest, bytes);
    const [oldest] = shared.keys();
    if (shared.size > mostKept && oldest !== undefined) shared.delete(oldest);
    return bytes;
  };
  const asked = new Set<Promise<unknown>>();
  let closed = false;
  const ask = (work: Question["work"], known: KnownDraft, text: string) => {
    const question: Question = {work, digest: known.digest, draft: bytesOf(known), text};
    const answer = pool.run(question).finally(() => asked.delete(answer));
    asked.add(answer);
    return answer;
  };
  return {
    revise: (known, text) => (closed ? ownChecker.revise(known, text) : ask("revise", known, text)),
    examine: (known, text) =>
      closed ? ownChecker.examine(known, text) : ask("examine", known, text),
    // Who asks late is answered in our own thread; who has asked already waits for nothing else.
    async [Symbol.asyncDispose]() {
      closed = true;
      await Promise.allSettled(asked);
      await pool.destroy();
    },
  };
}
