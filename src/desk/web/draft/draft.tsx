import {useEffect, useMemo} from "preact/hooks";
import {openRoom} from "./room.ts";

/** One draft. */
export function Draft({id}: {readonly id: string}) {
  const room = useMemo(() => openRoom(id), [id]);
  useEffect(() => {
    void room.draft.refresh();
    void room.load();
    void room.evidence.refresh();
    void room.comments.refresh();
  }, [room]);
  return (
    <main id="main" class="work">
      <h1>{room.draft.value.value?.title}</h1>
      <pre>{room.text.value}</pre>
    </main>
  );
}
