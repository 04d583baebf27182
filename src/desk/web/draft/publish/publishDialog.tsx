import {useSignal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import {Dialog} from "../../frame/dialog.tsx";
import {Failure} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {inEights} from "../approve/approval.ts";
import {useReview} from "../judge/review.ts";
import {Foot} from "./foot.tsx";
import {instantIn} from "./hour.ts";
import {Rehearsing} from "./rehearsing.tsx";
import {chosenFirst, presetOf, targets, withHomes, zoneAt} from "./targets.ts";
import {useDoing} from "./useDoing.ts";
import {When} from "./when.tsx";
import {Where} from "./where.tsx";
import {withoutDots, words} from "./words.ts";

/** What goes out, where and when; rehearsed before it is ordered. */
export function PublishDialog() {
  const w = inLocale(words);
  const {room, publishing, approvals} = useReview();
  const draft = room.draft.value.value;
  const preset = useMemo(
    () => resource(signal => (draft ? presetOf(draft, signal) : Promise.resolve([]))),
    [draft?.run],
  );
  useEffect(() => {
    void targets.refresh();
    void preset.refresh();
  }, [preset]);
  const all = targets.value.value ?? [];
  const taken = (publishing.publications.value.value?.publications ?? []).filter(
    ({state}) => state !== "withdrawn",
  );
  const usable = all
    .filter(({name, lacks}) => lacks === undefined && !taken.some(({target}) => target === name))
    .map(({name}) => name);
  const picked = useSignal<readonly string[]>();
  const chosen = picked.value ?? chosenFirst(usable, preset.value.value ?? []);
  const hour = useSignal<string>();
  const zones = [...new Set(chosen.map(zoneAt))];
  const dues = hour.value === undefined ? [] : zones.map(zone => instantIn(hour.value ?? "", zone));
  const past = dues.some(due => due !== undefined && Date.parse(due) < Date.now() - 60_000);
  const hasHour = hour.value === undefined || (dues.length > 0 && !dues.includes(undefined));
  const ready = chosen.length > 0 && hasHour && !past;
  const at = hour.value === undefined ? {} : {at: hour.value};
  const {busy, failure, close, confirm} = useDoing(
    () => publishing.order({targets: [...chosen], ...at}),
    w.ordered,
  );
  if (!draft) return null;
  const approval = approvals.value.value?.approvals.find(
    ({holds, withdrawnAt}) => holds && withdrawnAt === undefined,
  );
  const order = () => {
    if (ready) void confirm();
  };
  return (
    <Dialog
      about={withoutDots(w.acts.publish)}
      title={draft.title}
      onClose={close}
      onConfirm={order}
    >
      {approval && draft.state === "approved" && (
        <section class="part">
          <h3>{w.goesOut}</h3>
          <p>
            {w.approved(approval.revision, approval.by, lately(approval.at))}{" "}
            <span class="mono soft">{inEights(approval.text, 24)}</span>
          </p>
        </section>
      )}
      <Failure
        error={targets.failure.value ?? preset.failure.value}
        stale={targets.value.value !== undefined}
      />
      <Where
        all={all}
        taken={taken}
        chosen={chosen}
        choose={names => {
          const homes = new Map(
            all.flatMap(({name, home}) => (home === undefined ? [] : [[name, home] as const])),
          );
          picked.value = withHomes(names, homes, usable);
        }}
      />
      <When
        hour={hour.value}
        zones={zones}
        past={past}
        choose={value => {
          hour.value = value;
        }}
      />
      <Rehearsing targets={chosen} at={hasHour ? hour.value : undefined} />
      <Foot
        says={w.order(chosen, hour.value !== undefined)}
        ready={ready}
        busy={busy}
        failure={failure}
        close={close}
        confirm={order}
      >
        {chosen.length === 0 ? w.noTarget : past ? w.past : !hasHour ? w.noHour : ""}
      </Foot>
    </Dialog>
  );
}
