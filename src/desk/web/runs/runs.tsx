import {useEffect} from "preact/hooks";
import {useLocation} from "preact-iso";
import type {Runs as Answer, Run} from "../../api/shapes.ts";
import {askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure} from "../frame/failure.tsx";
import {useTitle} from "../frame/title.ts";
import {pagedList} from "../pages.ts";
import {useChanges} from "../stream.ts";
import {clockWithSeconds, readersZone, shortUtc, weekdayAndTime} from "../words/instants.ts";
import {inLocale, locale} from "../words/locale.ts";
import {placeOf} from "../words/zones.ts";
import {mayRetry, mayStop, retryRun, stopRun} from "./act.ts";
import {nameOf} from "./name.ts";
import {draftsOf, hasEnded, lateness, reasonsOf} from "./progress.ts";
import {Reason} from "./reason.tsx";
import {Bars} from "./steps.tsx";
import {words} from "./words.ts";

const list = pagedList(async (query, signal) => {
  const {runs, ...rest} = await askJson<Answer>(`/api/runs?${query}`, {signal});
  return {items: runs, ...rest};
});

const shownStates = ["running", "waiting", "failed", "skipped", "cancelled", "done"] as const;

/** The ledger: what ran, what came of it, and why not. */
export function Runs() {
  const w = inLocale(words);
  useTitle(w.title);
  const {query} = useLocation();
  const state = shownStates.find(one => one === query.state);
  const asked = new URLSearchParams({
    ...(state && {state}),
    ...(query.schedule && {schedule: query.schedule}),
  }).toString();
  useEffect(() => void list.show(asked), [asked]);
  useChanges(["run"], () => void list.refresh());
  const runs = list.items.value;
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{query.schedule ? `${w.title}: ${query.schedule}` : w.title}</h1>
          <p>{w.says}</p>
        </div>
      </div>
      <div class="filters" aria-busy={list.busy.value}>
        <nav class="tabs" aria-label={w.filter}>
          {[undefined, ...shownStates].map(one => (
            <a
              key={one ?? "all"}
              href={addressOf(one, query.schedule)}
              aria-current={one === state ? "true" : undefined}
            >
              {one ? w.states[one] : w.all}
            </a>
          ))}
        </nav>
      </div>
      <Failure
        error={list.failure.value}
        stale={runs !== undefined}
        retry={() => void list.refresh()}
      />
      {runs && runs.length > 0 && <Ledger runs={runs} />}
      {runs?.length === 0 && (
        <div class="empty" role="status">
          <b>{asked === "" ? w.noneYet : w.none}</b>
        </div>
      )}
      {!runs && !list.failure.value && (
        <p class="fetching" role="status">
          {w.loading}
        </p>
      )}
      {list.more.value && (
        <button class="btn more" type="button" onClick={() => void list.next()}>
          {w.more}
        </button>
      )}
    </main>
  );
}

function addressOf(state: string | undefined, schedule: string | undefined) {
  const query = new URLSearchParams({...(state && {state}), ...(schedule && {schedule})});
  return query.size === 0 ? "/runs" : `/runs?${query}`;
}

function Ledger({runs}: {readonly runs: readonly Run[]}) {
  const w = inLocale(words);
  const {columns} = w;
  return (
    <div class="scroll">
      <table class="grid stack ledger">
        <thead>
          <tr>
            <th scope="col">{columns.meant(placeOf(readersZone, locale.value))}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.began}</th>
            <th scope="col">{columns.steps}</th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.made}</th>
            <th scope="col">
              <span class="away">{columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map(run => (
            <LedgerRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LedgerRow({run}: {readonly run: Run}) {
  const w = inLocale(words);
  const late = Math.round((lateness(run) ?? 0) / 60_000);
  const reasons = reasonsOf(run);
  return (
    <tr>
      <td>
        <a class="plain" href={`/runs/${run.id}`}>
          {weekdayAndTime(run.nominal)}
        </a>
        {readersZone !== "UTC" && <span class="small soft">{shortUtc(run.nominal)}</span>}
      </td>
      <td>
        {nameOf(run, w.one.market)}
        {run.schedule === undefined && <span class="small soft">{w.ordered(run.by)}</span>}
      </td>
      <td data-l={columnsShort(w)}>{run.startedAt ? clockWithSeconds(run.startedAt) : "–"}</td>
      <td>
        <Bars run={run} />
      </td>
      <td>
        <span class={run.state === "failed" ? "red" : undefined}>{w.states[run.state]}</span>
        {run.schedule !== undefined && late >= 2 && `, ${w.late(late)}`}
        {reasons.map(reason => (
          <span key={`${reason.coin} ${reason.says}`} class="small soft why">
            <Reason of={reason} />
          </span>
        ))}
      </td>
      <td>
        <Made run={run} />
      </td>
      <td class="num">
        {mayStop(run) && <Act says={w.stop} act={() => stopRun(run)} />}
        {mayRetry(run) && <Act says={w.again} act={() => retryRun(run)} />}
      </td>
    </tr>
  );
}

const columnsShort = (w: (typeof words)["en"]) => w.columns.began.toLocaleLowerCase();

/** The drafts that came of a run. */
export function Made({run}: {readonly run: Run}) {
  const w = inLocale(words);
  const drafts = draftsOf(run);
  const [only] = drafts;
  if (only === undefined && run.schedule === undefined && run.scan === "done")
    return (
      <a class="text" href={`/scan/${run.id}`}>
        {w.list}
      </a>
    );
  if (only === undefined)
    return <span class="soft">{hasEnded(run) && run.state === "done" ? w.noDraft : "–"}</span>;
  return (
    <a class="text" href={drafts.length === 1 ? `/drafts/${only}` : `/runs/${run.id}`}>
      {w.drafts(drafts.length)}
    </a>
  );
}
