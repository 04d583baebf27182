import {useEffect} from "preact/hooks";
import type {Run} from "../../api/shapes.ts";
import {Act} from "../frame/act.tsx";
import {amissDrafts, failedRuns, runningRuns, schedules, waitingRuns} from "../newsroom.ts";
import {mayRetry, mayStop, retryRun, stopRun} from "../runs/act.ts";
import {nameOf} from "../runs/name.ts";
import {reasonsOf} from "../runs/progress.ts";
import {Reason} from "../runs/reason.tsx";
import {Stepper} from "../runs/steps.tsx";
import {words as runWords} from "../runs/words.ts";
import {useChanges} from "../stream.ts";
import {
  clock,
  dayAndTime,
  fromNow,
  readersZone,
  shortUtc,
  weekdayAndTime,
} from "../words/instants.ts";
import {inLocale, locale} from "../words/locale.ts";
import {amissInWords, amissOf, publicationWords} from "../words/publications.ts";
import {placeOf} from "../words/zones.ts";
import {words} from "./words.ts";

/** For how long what failed is worth a look, in milliseconds. */
const recentMs = 24 * 3_600_000;
const mostShown = 3;

/** What runs, what wants a look, what comes next. */
export function Side() {
  const w = inLocale(words).side;
  useEffect(() => void schedules.refresh(), []);
  useChanges(["schedule", "run"], () => void schedules.refresh());
  useEffect(() => void amissDrafts.refresh(), []);
  useChanges(["draft"], () => void amissDrafts.refresh());
  return (
    <aside class="side" aria-label={w.label}>
      <Running />
      <NeedsALook />
      <Next />
      <KeysHere />
    </aside>
  );
}

function Running() {
  const w = inLocale(words).side;
  const running = runningRuns.value.value ?? [];
  const shown = running.slice(0, mostShown);
  const others = running.length - shown.length + (waitingRuns.value.value?.length ?? 0);
  return (
    <section aria-labelledby="side-running">
      <header>
        <h2 id="side-running">{w.running}</h2>
      </header>
      {shown.length === 0 && <p class="soft">{w.idle}</p>}
      {shown.map(run => (
        <RunningRun key={run.id} run={run} />
      ))}
      {others > 0 && <p class="small soft">{w.waitingToo(others)}</p>}
      {(shown.length > 0 || others > 0) && (
        <p class="small">
          <a class="text" href="/runs">
            {w.ledger}
          </a>
        </p>
      )}
    </section>
  );
}

function RunningRun({run}: {readonly run: Run}) {
  const w = inLocale(runWords);
  return (
    <div class="running">
      <p class="coin">
        <a href={`/runs/${run.id}`}>{nameOf(run, w.one.market)}</a>
      </p>
      <p class="small soft">
        {w.ordered(run.by)}, {clock(run.plannedAt)} · {shortUtc(run.nominal)}
      </p>
      <Stepper run={run} />
      {mayStop(run) && <Act says={w.stop} act={() => stopRun(run)} />}
    </div>
  );
}

function NeedsALook() {
  const w = inLocale(words).side;
  const r = inLocale(runWords);
  const since = Date.now() - recentMs;
  const failed = (failedRuns.value.value ?? []).filter(
    ({endedAt, plannedAt}) => new Date(endedAt ?? plannedAt).getTime() > since,
  );
  const paused = (schedules.value.value ?? []).filter(one => one.paused);
  const amiss = amissDrafts.value.value ?? [];
  if (failed.length === 0 && paused.length === 0 && amiss.length === 0) return null;
  return (
    <section aria-labelledby="side-look">
      <header>
        <h2 id="side-look">{w.look}</h2>
      </header>
      {amiss.slice(0, mostShown).map(({id, title, locale: language, publications}) => (
        <div class="look" key={id}>
          <p>
            <Warning />
            <a class="text" href={`/drafts/${id}?show=out`} lang={language}>
              {title}
            </a>
          </p>
          {amissOf(publications).map(one => (
            <p key={one.target} class={`small why ${one.colour}`}>
              {amissInWords(one, inLocale(publicationWords), locale.value)}
            </p>
          ))}
        </div>
      ))}
      {amiss.length > mostShown && (
        <p class="small">
          <a class="text" href="/?amiss=1">
            {w.allAmiss}
          </a>
        </p>
      )}
      {failed.slice(0, mostShown).map(run => (
        <div class="look" key={run.id}>
          <p>
            <Warning />
            <a class="text" href={`/runs/${run.id}`}>
              {w.failed(nameOf(run, r.one.market), dayAndTime(run.nominal))}
            </a>
          </p>
          {reasonsOf(run)
            .slice(0, 1)
            .map(reason => (
              <p key={`${reason.coin} ${reason.says}`} class="small soft why">
                <Reason of={reason} />
              </p>
            ))}
          {mayRetry(run) && <Act says={r.again} act={() => retryRun(run)} />}
        </div>
      ))}
      {paused.map(({name}) => (
        <div class="look" key={name}>
          <p>
            <Warning />
            <a class="text" href="/schedules">
              {w.paused(name)}
            </a>
          </p>
        </div>
      ))}
      {failed.length > mostShown && (
        <p class="small">
          <a class="text" href="/runs?state=failed">
            {w.allFailed}
          </a>
        </p>
      )}
    </section>
  );
}

const Warning = () => (
  <svg class="i amber" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 2.5l6 11H2z" />
    <path d="M8 6.8v2.8M8 11.6v.1" />
  </svg>
);

function Next() {
  const w = inLocale(words).side;
  const due = (schedules.value.value ?? [])
    .flatMap(({name, next}) => (next === undefined ? [] : [{name, next}]))
    .toSorted((a, b) => a.next.localeCompare(b.next))
    .slice(0, 5);
  return (
    <section aria-labelledby="side-next">
      <header>
        <h2 id="side-next">{w.next}</h2>
        <span class="small soft">{placeOf(readersZone, locale.value)}</span>
      </header>
      {due.length === 0 ? (
        <p class="soft">{w.noneDue}</p>
      ) : (
        <table class="small">
          <tbody>
            {due.map(({name, next}) => (
              <tr key={name} title={shortUtc(next)}>
                <th scope="row">{weekdayAndTime(next)}</th>
                <td>
                  <a href="/schedules">{name}</a>
                </td>
                <td class="num soft">{fromNow(next)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function KeysHere() {
  const w = inLocale(words).keys;
  return (
    <section class="keys" aria-labelledby="side-keys">
      <header>
        <h2 id="side-keys">{w.title}</h2>
      </header>
      <ul class="small soft">
        <li>
          <kbd>j</kbd> <kbd>k</kbd> {w.along}
        </li>
        <li>
          <kbd>↵</kbd> {w.open}
        </li>
        <li>
          <kbd>/</kbd> {w.search}
        </li>
        <li>
          <kbd>n</kbd> {w.order}
        </li>
        <li>
          <kbd>?</kbd> {w.all}
        </li>
      </ul>
    </section>
  );
}
