import {useSignal, useSignalEffect} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {ask} from "../../api.ts";
import {Why} from "../../frame/failure.tsx";
import {inLocale} from "../../words/locale.ts";
import {words as headWords} from "../head/words.ts";
import {useReview} from "../judge/review.ts";
import {placeOf} from "./back.ts";
import {follow, unmark} from "./follow.ts";
import {wantedAt} from "./inStep.ts";
import {pointedAt} from "./pointed.ts";
import {words} from "./words.ts";

/**
 * The note as it would be published, laid out anew after each save: behind the one that is shown, which
 * stays until the new one is there.
 */
export function Paper() {
  const w = inLocale(words);
  const {room, laidOut: shown, inStep, lack} = useReview();
  const revision = room.revision.value;
  const failure = useSignal<Error>();
  const frames = useRef(new Map<number, HTMLIFrameElement>());
  const address = `/api/drafts/${encodeURIComponent(room.id)}/note.html`;
  const step = () => {
    const frame = frames.current.get(shown.peek() ?? -1);
    const here = room.here.peek();
    const text = room.text.peek();
    const wanted = here && text !== undefined ? wantedAt(text, here) : undefined;
    if (!frame) return;
    if (!wanted) return unmark(frame);
    const status = room.markHere.peek()?.status;
    const bad = status === "wrong" || status === "unsupported";
    follow(frame, wanted, {bad, exact: !inStep.peek()});
  };
  useSignalEffect(() => {
    void [room.here.value, shown.value, room.markHere.value, inStep.value];
    const frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  });
  async function loaded(number: number) {
    const frame = frames.current.get(number);
    const before = frames.current.get(shown.peek() ?? -1);
    // A frame says load of an error as well: the page has a main part, a problem has none.
    if (!frame?.contentDocument?.querySelector("main")) {
      failure.value = await ask(address).then(
        () => undefined,
        (error: Error) => error,
      );
      return;
    }
    failure.value = undefined;
    // It runs no scripts of its own; what is pointed at in it is shown in the text.
    frame.contentDocument.addEventListener("click", event => {
      const pointed = pointedAt(event);
      const passage = pointed && placeOf(room.text.peek() ?? "", pointed);
      if (!passage) return;
      room.here.value = passage;
      room.hand.value?.show(passage);
    });
    // One stop of the Tab key: from there arrows scroll it, and its links are for the pointer.
    for (const link of frame.contentDocument.querySelectorAll<HTMLElement>("a[href]"))
      link.tabIndex = -1;
    const top = before?.contentWindow?.scrollY;
    if (top !== undefined) frame.contentWindow?.scrollTo({top, behavior: "instant"});
    if ((shown.peek() ?? 0) < number) shown.value = number;
  }
  // The text is there first: laying out the page would hold it up.
  const wanted = useSignal<number>();
  useEffect(() => {
    const drawn = requestAnimationFrame(() =>
      setTimeout(() => {
        wanted.value = revision;
      }),
    );
    return () => cancelAnimationFrame(drawn);
  }, [revision]);
  const numbers = [...new Set([shown.value, wanted.value])].filter(one => one !== undefined);
  return (
    <div class="paper-bed frames">
      {lack.value ? (
        <p class="note red" role="alert">
          {w.noPage} {inLocale(headWords).why({kind: "lack", lack: lack.value})}.
        </p>
      ) : failure.value ? (
        <p class="note red" role="alert">
          {w.failed} <Why error={failure.value} />
        </p>
      ) : (
        shown.value === undefined && (
          <p class="note soft" role="status">
            {w.loading}
          </p>
        )
      )}
      {shown.value !== undefined &&
        (revision ?? 0) > shown.value &&
        !lack.value &&
        !failure.value && (
          <p class="older small" role="status">
            {w.older(shown.value)}
          </p>
        )}
      {numbers.map(number => (
        <iframe
          key={number}
          ref={frame => {
            if (frame) frames.current.set(number, frame);
            else frames.current.delete(number);
          }}
          title={w.frame}
          class={number === shown.value ? "shown" : "coming"}
          aria-hidden={number !== shown.value}
          tabIndex={number === shown.value ? 0 : -1}
          sandbox="allow-same-origin"
          src={`${address}?r=${number}`}
          onLoad={() => void loaded(number)}
        />
      ))}
    </div>
  );
}
