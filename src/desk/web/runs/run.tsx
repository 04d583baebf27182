import {useEffect, useMemo} from "preact/hooks";
import type {Run as Answer} from "../../api/shapes.ts";
import {askJson, isMissing} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure} from "../frame/failure.tsx";
import {Lost} from "../frame/lost.tsx";
import {useTitle} from "../frame/title.ts";
import {resource} from "../resource.ts";
import {useChanges} from "../stream.ts";
import {clockWithSeconds, inBoth, seconds} from "../words/instants.ts";
import {inLocale, locale} from "../words/locale.ts";
import {mayRetry, mayStop, retryRun, stopRun} from "./act.ts";
import {coinName} from "./coinNames.ts";
import {nameOf} from "./name.ts";
import {hasEnded, reasonsOf} from "./progress.ts";
import {Reason} from "./reason.tsx";
import {Stepper, useNow} from "./steps.tsx";
import {words} from "./words.ts";

const pollMs = 2_000;

/** One run: its steps, its notes, and why what failed did. */
export function Run({id}: {readonly id: string}) {
  const w = inLocale(words);
  const run = useMemo(
    () => resource(signal => askJson<Answer>(`/api/runs/${encodeURIComponent(id)}`, {signal})),
    [id],
  );
  const now = run.value.value;
  useTitle(now && w.one.title(nameOf(now, w.one.market)));
  useEffect(() => void run.refresh(), [run]);
  useChanges(["run"], () => void run.refresh(), [run]);
  const moves = now !== undefined && !hasEnded(now);
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => void run.refresh(), pollMs);
    return () => clearInterval(timer);
  }, [run, moves]);
  const acting = async (act: (run: Answer) => Promise<void>) => {
    if (now) await act(now);
    await run.refresh();
  };
  const failure = run.failure.value;
  if (isMissing(failure)) return <Lost />;
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{now ? w.one.title(nameOf(now, w.one.market)) : w.loading}</h1>
          {now && <Facts run={now} />}
        </div>
        <div class="acts">
          {now && mayStop(now) && <Act says={w.stop} act={() => acting(stopRun)} />}
          {now && mayRetry(now) && <Act says={w.again} act={() => acting(retryRun)} />}
        </div>
      </div>
      <Failure error={failure} stale={now !== undefined} retry={() => void run.refresh()} />
      {now && <Whole run={now} />}
      <p class="way-back">
        <a class="text" href="/runs">
          {w.one.back}
        </a>
      </p>
    </main>
  );
}

function Facts({run}: {readonly run: Answer}) {
  const w = inLocale(words);
  return (
    <p>
      <b class={run.state === "failed" ? "red" : undefined}>{w.states[run.state]}</b>
      {` · ${w.one.meant} ${inBoth(run.nominal)}`}
      {` · ${w.one.orderedBy} ${run.by}`}
      {run.endedAt && ` · ${w.one.ended} ${clockWithSeconds(run.endedAt)}`}
      {` · ${w.calls(run.calls)}`}
    </p>
  );
}

function Whole({run}: {readonly run: Answer}) {
  const w = inLocale(words);
  const now = useNow(!hasEnded(run));
  const reasons = reasonsOf(run);
  return (
    <>
      {reasons.length > 0 && (
        <section class="sec" aria-labelledby="why">
          <header>
            <h2 id="why">{w.one.why}</h2>
          </header>
          {reasons.map(reason => (
            <p key={`${reason.coin} ${reason.says}`} class="reason">
              <Reason of={reason} />
            </p>
          ))}
        </section>
      )}
      <section class="sec" aria-labelledby="steps">
        <header>
          <h2 id="steps">{w.one.steps}</h2>
        </header>
        <div class="run-steps">
          <Stepper run={run} />
          <div class="scroll">
            <table class="grid small stack">
              <thead>
                <tr>
                  <th scope="col">{w.one.step}</th>
                  <th scope="col">{w.one.coin}</th>
                  <th scope="col">{w.one.began}</th>
                  <th scope="col" class="num">
                    {w.one.took}
                  </th>
                  <th scope="col" class="num">
                    {w.one.calls}
                  </th>
                  <th scope="col">{w.one.reason}</th>
                </tr>
              </thead>
              <tbody>
                {run.steps.map(({name, coin, startedAt, endedAt, calls, outcome, reason}) => (
                  <tr key={`${name} ${coin} ${startedAt}`}>
                    <th scope="row">{w.stages[name]}</th>
                    <td class={coin === undefined ? "dash" : undefined}>
                      {coin !== undefined && coinName(coin)}
                    </td>
                    <td data-l={w.one.began.toLocaleLowerCase(locale.value)}>
                      {clockWithSeconds(startedAt)}
                    </td>
                    <td class="num" data-l={w.one.took.toLocaleLowerCase(locale.value)}>
                      {`${seconds((endedAt ? new Date(endedAt) : now).getTime() - new Date(startedAt).getTime())} s`}
                    </td>
                    <td
                      class={calls > 0 ? "num" : "num dash"}
                      data-l={w.one.calls.toLocaleLowerCase(locale.value)}
                    >
                      {calls > 0 ? calls : ""}
                    </td>
                    <td class={outcome === "failed" && run.state !== "done" ? "red" : undefined}>
                      {reason !== undefined ? (
                        <Reason of={{coin, says: reason}} />
                      ) : (
                        outcome === "failed" && w.stageStates.bad
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </section>
      {run.notes.length > 0 && <Notes run={run} />}
    </>
  );
}

function Notes({run}: {readonly run: Answer}) {
  const w = inLocale(words);
  return (
    <section class="sec" aria-labelledby="notes">
      <header>
        <h2 id="notes">{w.one.notes}</h2>
      </header>
      <div class="scroll">
        <table class="grid stack">
          <thead>
            <tr>
              <th scope="col">{w.one.coin}</th>
              <th scope="col">{w.one.state}</th>
              <th scope="col">{w.columns.outcome}</th>
              <th scope="col">{w.one.reason}</th>
              <th scope="col">{w.columns.made}</th>
            </tr>
          </thead>
          <tbody>
            {run.notes.map(({coin, state, outcome, reason, draft}) => (
              <tr key={coin}>
                <th scope="row">{coinName(coin)}</th>
                <td class={state === "failed" ? "red" : undefined}>{w.states[state]}</td>
                <td>{outcome !== undefined && (w.outcomes[outcome] ?? outcome)}</td>
                <td>{reason !== undefined && <Reason of={{coin, says: reason}} />}</td>
                <td>
                  {draft !== undefined && (
                    <a class="text" href={`/drafts/${draft}`}>
                      {w.open}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
