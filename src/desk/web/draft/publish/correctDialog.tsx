import {useSignal} from "@preact/signals";
import {Dialog} from "../../frame/dialog.tsx";
import {session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {Area} from "./area.tsx";
import {Foot} from "./foot.tsx";
import {Told} from "./told.tsx";
import {useDoing} from "./useDoing.ts";
import {withoutDots, words} from "./words.ts";

/** Opens a correction: of an error, which readers are told of, or of a typo, quietly. */
export function CorrectDialog() {
  const w = inLocale(words);
  const {room, publishing} = useReview();
  const draft = room.draft.value.value;
  const kind = useSignal<"corrected" | "refiled">("corrected");
  const wrong = useSignal("");
  const right = useSignal("");
  const reason = useSignal("");
  const isError = kind.value === "corrected";
  const told = {wrong: wrong.value.trim(), right: right.value.trim()};
  const why = reason.value.trim();
  const ready = why !== "" && (!isError || (told.wrong !== "" && told.right !== ""));
  const {busy, failure, close, confirm} = useDoing(
    () =>
      publishing.correct(
        isError ? {kind: "corrected", reason: why, ...told} : {kind: "refiled", reason: why},
      ),
    w.correctionOpen,
  );
  if (!draft) return null;
  const go = () => {
    if (ready) void confirm();
  };
  return (
    <Dialog about={withoutDots(w.acts.correct)} title={draft.title} onClose={close} onConfirm={go}>
      <fieldset class="part when">
        <legend>{w.whatIsIt}</legend>
        {(["corrected", "refiled"] as const).map(one => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="kind"
              checked={kind.value === one}
              onChange={() => {
                kind.value = one;
              }}
            />
            <span>
              {w.kindAsks[one]} <span class="small soft line">{w.kindSays[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <section class="part form-rows">
        {isError && (
          <>
            <Area label={w.wasWrong} hint={w.wasWrongHint} value={wrong} />
            <Area label={w.isRight} hint={w.isRightHint} value={right} />
          </>
        )}
        <Area label={w.reason} hint={w.reasonHint} value={reason} />
      </section>
      {isError && told.wrong !== "" && told.right !== "" && (
        <section class="part">
          <Told correction={{kind: "corrected", reason: why, ...told}} language={draft.locale} />
        </section>
      )}
      <section class="part">
        <p class="soft">{w.correctThen(session.value?.solo ?? false)}</p>
      </section>
      <Foot
        says={w.openCorrection}
        ready={ready}
        busy={busy}
        failure={failure}
        close={close}
        confirm={go}
      />
    </Dialog>
  );
}
