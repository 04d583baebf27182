import {signal} from "@preact/signals";
import type {Answer} from "../../../../evidence/trace.ts";
import type {RecordedLine} from "../../../api/recordedShapes.ts";
import {askJson} from "../../api.ts";

/** A recorded line, or why it is not there. */
export type Line = {readonly line: RecordedLine} | {readonly failure: Error};

/** Lines of the answers that a draft rests on, each fetched once: they do not change. */
export function openLines(draft: string) {
  const known = signal<ReadonlyMap<string, Line>>(new Map());
  const asked = new Set<string>();
  return {
    known,
    keyOf,
    async fetch(answer: Answer): Promise<void> {
      const key = keyOf(answer);
      if (answer.pointer === "" || asked.has(key)) return;
      asked.add(key);
      const file = answer.file.replace(/^answers\//, "");
      const path = `/api/drafts/${encodeURIComponent(draft)}/answers/${encodeURIComponent(file)}`;
      const query = new URLSearchParams({pointer: answer.pointer});
      const found = await askJson<RecordedLine>(`${path}?${query}`).then(
        line => ({line}),
        (error: Error) => {
          asked.delete(key);
          return {failure: error};
        },
      );
      known.value = new Map(known.value).set(key, found);
    },
  };
}
export type Lines = ReturnType<typeof openLines>;

const keyOf = ({file, pointer}: Answer) => `${file}${pointer}`;
