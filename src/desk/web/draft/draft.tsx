import {useSignal, useSignalEffect} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import {useLocation} from "preact-iso";
import {isMissing} from "../api.ts";
import {Lost} from "../frame/lost.tsx";
import {inLocale} from "../words/locale.ts";
import {Head} from "./head/head.tsx";
import {JudgeColumn} from "./judge/judgeColumn.tsx";
import {openReview, ReviewProvider} from "./judge/review.ts";
import {OverScreen} from "./over.tsx";
import {PageColumn} from "./page/pageColumn.tsx";
import {PhoneActs} from "./phone/phoneActs.tsx";
import {ReadOnly} from "./phone/readOnly.tsx";
import {type Column, columns, PhoneTabs} from "./phone/tabs.tsx";
import {words} from "./phone/words.ts";
import {openRoom} from "./room.ts";
import {StaleBanner} from "./stale/staleBanner.tsx";
import {TextColumn} from "./text/textColumn.tsx";

/** One draft: its text, how it will look, and what is to be judged in it. */
export function Draft({id}: {readonly id: string}) {
  const w = inLocale(words);
  const room = useMemo(() => openRoom(id), [id]);
  const review = useMemo(() => openReview(room), [room]);
  const {query, path} = useLocation();
  const column = useSignal<Column>("judge");
  useEffect(() => {
    void room.draft.refresh();
    void room.evidence.refresh();
    void room.comments.refresh();
  }, [room]);
  useEffect(() => review.follow(), [review]);
  // Who comes because something of its publication is amiss is shown that.
  useEffect(() => {
    if (query.show === "out") review.view.value = "out";
  }, [review, query.show]);
  // Where there is room for one column, that one comes with what is shown in it.
  useSignalEffect(() => {
    if (review.view.value === "out") column.value = "page";
  });
  if (isMissing(room.draft.failure.value)) return <Lost />;
  const reads = query.view === "read";
  const draft = room.draft.value.value;
  return (
    <ReviewProvider value={review}>
      <section class="over" aria-label={draft?.title ?? w.acts}>
        <a class="skip" href={reads ? path : `${path}?view=read`}>
          {reads ? w.toWriting : w.toReading}
        </a>
        <Head />
        <StaleBanner />
      </section>
      <main id="main" class="work">
        <PhoneTabs column={column} shown={reads ? ["judge", "page"] : columns} />
        <div class={`cols${reads ? " reads" : ""}`} data-tab={column.value}>
          {reads ? <ReadOnly room={room} /> : <TextColumn room={room} />}
          <PageColumn />
          <JudgeColumn />
        </div>
      </main>
      {draft && <PhoneActs draft={draft} />}
      <OverScreen />
    </ReviewProvider>
  );
}
