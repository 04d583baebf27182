import {useSignal} from "@preact/signals";
import {Dialog} from "../../frame/dialog.tsx";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {Area} from "./area.tsx";
import {Foot} from "./foot.tsx";
import {Told} from "./told.tsx";
import {useDoing} from "./useDoing.ts";
import {withoutDots, words} from "./words.ts";

/** Asks for a notice in place of the note, with what readers are told. */
export function RetractDialog() {
  const w = inLocale(words);
  const {room, publishing} = useReview();
  const draft = room.draft.value.value;
  const reason = useSignal("");
  const why = reason.value.trim();
  const ready = why !== "";
  const {busy, failure, close, confirm} = useDoing(() => publishing.retract(why), w.retractionOpen);
  if (!draft) return null;
  const go = () => {
    if (ready) void confirm();
  };
  return (
    <Dialog about={withoutDots(w.acts.retract)} title={draft.title} onClose={close} onConfirm={go}>
      <section class="part">
        <Area label={w.retractReason} hint={w.retractReasonHint} value={reason} />
        {ready && (
          <div class="below">
            <Told correction={{kind: "retracted", reason: why}} language={draft.locale} />
          </div>
        )}
      </section>
      <section class="part">
        <p class="soft">{w.retractThen}</p>
      </section>
      <Foot
        says={w.askRetraction}
        ready={ready}
        busy={busy}
        failure={failure}
        close={close}
        confirm={go}
      />
    </Dialog>
  );
}
