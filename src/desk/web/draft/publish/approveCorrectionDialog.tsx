import {useSignal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import type {Revision} from "../../../api/reviewShapes.ts";
import {askJson} from "../../api.ts";
import {Dialog} from "../../frame/dialog.tsx";
import {Why} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {inLocale} from "../../words/locale.ts";
import {acceptedOf} from "../approve/approval.ts";
import {Faults} from "../approve/faults.tsx";
import {Since} from "../approve/since.tsx";
import {What} from "../approve/what.tsx";
import {useReview} from "../judge/review.ts";
import {Foot} from "./foot.tsx";
import {Told} from "./told.tsx";
import {useDoing} from "./useDoing.ts";
import {words} from "./words.ts";

/** What is approved of a correction or a retraction, and where it goes at once. */
export function ApproveCorrectionDialog() {
  const w = inLocale(words);
  const {room, publishing} = useReview();
  const draft = room.draft.value.value;
  const open = publishing.open.value;
  const standing = publishing.publications.value.value;
  const number = room.revision.value ?? 0;
  const revision = useMemo(
    () =>
      resource(stop =>
        askJson<Revision>(`/api/drafts/${encodeURIComponent(room.id)}/revisions/${number}`, {
          signal: stop,
        }),
      ),
    [room, number],
  );
  useEffect(() => void revision.refresh(), [revision]);
  const reasons = useSignal<ReadonlyMap<string, string>>(new Map());
  const retracts = open?.kind === "retracted";
  const found = revision.value.value;
  const accepted = retracts ? [] : found && acceptedOf(found, reasons.value);
  const {busy, failure, close, confirm} = useDoing(
    () => publishing.approve(open?.id ?? "", accepted ?? []),
    retracts ? w.retractionApproved : w.correctionApproved,
  );
  if (!draft || !open) return null;
  const ready = accepted !== undefined;
  const go = () => {
    if (ready) void confirm();
  };
  const out = standing?.releases.at(-1);
  const all = (standing?.publications ?? []).filter(({state}) => state !== "withdrawn");
  const named = (some: typeof all) => some.map(({target}) => target);
  const says = retracts ? w.approveRetraction : w.approveCorrection;
  return (
    <Dialog about={says} title={draft.title} onClose={close} onConfirm={go}>
      <section class="part">
        <h3>
          {w.kinds[open.kind]} <span class="soft">{w.askedBy(open.by)}</span>
        </h3>
        <Told correction={open} language={draft.locale} />
        {!retracts && (
          <p class="below">
            {w.reason}: {open.reason}
          </p>
        )}
      </section>
      {!retracts && out && <Since close={close} out={out} />}
      {!retracts && found && (
        <>
          <What revision={found} />
          {found.found.length > 0 && (
            <Faults
              faults={found.found}
              reasons={reasons.value}
              say={(id, reason) => {
                reasons.value = new Map(reasons.value).set(id, reason);
              }}
            />
          )}
        </>
      )}
      {!retracts && revision.failure.value && (
        <section class="part red" role="alert">
          <Why error={revision.failure.value} />
        </section>
      )}
      <section class="part">
        <h3>{w.next}</h3>
        <p>
          {retracts
            ? w.retractionGoes(
                named(all.filter(one => one.standing !== undefined)),
                named(all.filter(one => one.standing === undefined)),
              )
            : w.correctionGoes(named(all))}
        </p>
      </section>
      <Foot says={says} ready={ready} busy={busy} failure={failure} close={close} confirm={go}>
        {!ready && found && w.reasonsMissing}
      </Foot>
    </Dialog>
  );
}
