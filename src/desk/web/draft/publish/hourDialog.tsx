import {useSignal} from "@preact/signals";
import {useId} from "preact/hooks";
import {Dialog} from "../../frame/dialog.tsx";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {Foot} from "./foot.tsx";
import {hourIn, instantIn, nextHour} from "./hour.ts";
import {zoneAt} from "./targets.ts";
import {useDoing} from "./useDoing.ts";
import {HourField} from "./when.tsx";
import {withoutDots, words} from "./words.ts";

/** Another hour for what is planned at a target. */
export function HourDialog() {
  const w = inLocale(words);
  const id = useId();
  const {publishing} = useReview();
  const target = publishing.target.value ?? "";
  const zone = zoneAt(target);
  const planned = publishing.publications.value
    .peek()
    ?.publications.find(one => one.target === target);
  const due = planned && Date.parse(planned.at) > Date.now() ? planned.at : nextHour();
  const hour = useSignal(hourIn(due, zone));
  const at = instantIn(hour.value, zone);
  const past = at !== undefined && Date.parse(at) < Date.now() - 60_000;
  const ready = at !== undefined && !past;
  const {busy, failure, close, confirm} = useDoing(
    () => publishing.reschedule(target, hour.value),
    w.rescheduled,
  );
  const go = () => {
    if (ready) void confirm();
  };
  return (
    <Dialog
      about={withoutDots(w.answers.reschedule)}
      title={target}
      onClose={close}
      onConfirm={go}
      narrow
    >
      <section class="part">
        <HourField
          id={id}
          hour={hour.value}
          zones={[zone]}
          past={past}
          choose={value => {
            hour.value = value;
          }}
        />
      </section>
      <Foot
        says={w.setHour}
        ready={ready}
        busy={busy}
        failure={failure}
        close={close}
        confirm={go}
      />
    </Dialog>
  );
}
