import {useEffect, useMemo} from "preact/hooks";
import {Head} from "./head/head.tsx";
import {JudgeColumn} from "./judge/judgeColumn.tsx";
import {openReview, ReviewProvider} from "./judge/review.ts";
import {PageColumn} from "./page/pageColumn.tsx";
import {openRoom} from "./room.ts";
import {TextColumn} from "./text/textColumn.tsx";

/** One draft: its text, how it will look, and what is to be judged in it. */
export function Draft({id}: {readonly id: string}) {
  const room = useMemo(() => openRoom(id), [id]);
  const review = useMemo(() => openReview(room), [room]);
  useEffect(() => {
    void room.draft.refresh();
    void room.evidence.refresh();
    void room.comments.refresh();
  }, [room]);
  useEffect(() => review.follow(), [review]);
  return (
    <ReviewProvider value={review}>
      <Head />
      <main id="main" class="work">
        <div class="cols" data-tab="text">
          <TextColumn room={room} />
          <PageColumn />
          <JudgeColumn />
        </div>
      </main>
    </ReviewProvider>
  );
}
