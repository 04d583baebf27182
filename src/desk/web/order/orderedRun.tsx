import {useEffect, useMemo} from "preact/hooks";
import {useLocation} from "preact-iso";
import type {Run} from "../../api/shapes.ts";
import {askJson} from "../api.ts";
import {Failure} from "../frame/failure.tsx";
import {resource} from "../resource.ts";
import {draftsOf, hasEnded, reasonsOf} from "../runs/progress.ts";
import {Reason} from "../runs/reason.tsx";
import {Stepper} from "../runs/steps.tsx";
import {words as runWords} from "../runs/words.ts";
import {useChanges} from "../stream.ts";
import {inLocale} from "../words/locale.ts";
import {words} from "./words.ts";

interface Props {
  readonly run: string;
  readonly onClose: () => void;
  readonly onAnew: () => void;
}

const pollMs = 1_000;

/** The run of an order as it goes; its draft opens by itself. */
export function OrderedRun({run: id, onClose, onAnew}: Props) {
  const w = inLocale(words);
  const {route} = useLocation();
  const run = useMemo(
    () => resource(signal => askJson<Run>(`/api/runs/${encodeURIComponent(id)}`, {signal})),
    [id],
  );
  const now = run.value.value;
  const ended = now !== undefined && hasEnded(now);
  useEffect(() => void run.refresh(), [run]);
  useChanges(["run"], () => void run.refresh(), [run]);
  useEffect(() => {
    if (ended) return undefined;
    const timer = setInterval(() => void run.refresh(), pollMs);
    return () => clearInterval(timer);
  }, [run, ended]);
  const [draft] = now ? draftsOf(now) : [];
  useEffect(() => {
    if (draft === undefined) return;
    onClose();
    route(`/drafts/${draft}`);
  }, [draft]);
  return (
    <>
      <div class="part" aria-live="polite">
        {now && <Stepper run={now} />}
        {now?.state === "waiting" && <p class="soft">{w.running.waiting}</p>}
        <Failure error={run.failure.value} stale={now !== undefined} />
        {now && ended && draft === undefined && <Ended run={now} />}
      </div>
      <footer>
        <span class="small soft">
          {ended ? (
            <a class="text" href={`/runs/${id}`} onClick={onClose}>
              {w.running.toRun}
            </a>
          ) : (
            `${w.running.lands} ${w.running.goesOn}`
          )}
        </span>
        {ended && (
          <button class="btn" type="button" onClick={onAnew}>
            {w.running.anew}
          </button>
        )}
        <button class="btn" type="button" onClick={onClose}>
          {w.close}
        </button>
      </footer>
    </>
  );
}

/** Why no draft came of it. */
function Ended({run}: {readonly run: Run}) {
  const w = inLocale(words).running;
  const r = inLocale(runWords);
  const failed = run.state === "failed" || run.state === "cancelled";
  return (
    <div class={failed ? "red" : undefined} role="alert">
      <p>
        <b>{failed ? w.failed : w.noDraft}</b>{" "}
        {run.outcome !== undefined && (r.outcomes[run.outcome] ?? run.outcome)}
      </p>
      {reasonsOf(run).map(reason => (
        <p key={`${reason.coin} ${reason.says}`}>
          <Reason of={reason} />
        </p>
      ))}
    </div>
  );
}
