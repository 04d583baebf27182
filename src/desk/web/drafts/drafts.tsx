import {useEffect, useMemo} from "preact/hooks";
import type {Drafts as Answer} from "../../api/shapes.ts";
import {askJson} from "../api.ts";
import {resource} from "../resource.ts";

/** The list. */
export function Drafts() {
  const list = useMemo(
    () => resource(signal => askJson<Answer>("/api/drafts?limit=200", {signal})),
    [],
  );
  useEffect(() => void list.refresh(), [list]);
  return (
    <main id="main" class="wrap">
      {list.value.value?.drafts.map(draft => (
        <p key={draft.id}>
          <a href={`/drafts/${draft.id}`}>{draft.title}</a>
        </p>
      ))}
    </main>
  );
}
