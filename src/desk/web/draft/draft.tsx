import {useEffect, useMemo} from "preact/hooks";
import {openRoom} from "./room.ts";
import {TextColumn} from "./text/textColumn.tsx";

/** One draft: its text, how it will look, and what is to be judged in it. */
export function Draft({id}: {readonly id: string}) {
  const room = useMemo(() => openRoom(id), [id]);
  useEffect(() => {
    void room.draft.refresh();
    void room.load();
    void room.evidence.refresh();
    void room.comments.refresh();
  }, [room]);
  return (
    <>
      <div class="draft-head">
        <div class="main-col">
          <h1 tabIndex={-1}>{room.draft.value.value?.title}</h1>
        </div>
      </div>
      <main id="main" class="work">
        <div class="cols" data-tab="text">
          <TextColumn room={room} />
        </div>
      </main>
    </>
  );
}
