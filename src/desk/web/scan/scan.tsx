import {useEffect} from "preact/hooks";
import type {Scans} from "../../api/scansShapes.ts";
import {askJson} from "../api.ts";
import {Failure, Said} from "../frame/failure.tsx";
import {useTitle} from "../frame/title.ts";
import {resource} from "../resource.ts";
import {words as runWords} from "../runs/words.ts";
import {may} from "../session/session.ts";
import {useChanges} from "../stream.ts";
import {dayAndTime, inUtc} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {Market} from "./market.tsx";
import {ScanForm} from "./scanForm.tsx";
import {words} from "./words.ts";

const scans = resource(async signal => (await askJson<Scans>("/api/scans", {signal})).scans);

/** The market's list: the newest one, or that of the address; and how to have another made. */
export function Scan({id}: {readonly id?: string}) {
  const w = inLocale(words);
  useTitle(w.title);
  useEffect(() => void scans.refresh(), []);
  useChanges(["run"], () => void scans.refresh());
  const all = scans.value.value;
  const shown = id ?? all?.[0]?.run;
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          <p>{w.says}</p>
        </div>
      </div>
      {may("writer") && <ScanForm onOrdered={() => void scans.refresh()} />}
      <Failure
        error={scans.failure.value}
        stale={all !== undefined}
        retry={() => void scans.refresh()}
      />
      {all?.length === 0 && shown === undefined && (
        <div class="empty" role="status">
          <b>{w.none}</b>
          {w.noneSays}
        </div>
      )}
      {shown !== undefined && (
        <Market key={shown} run={shown} onDone={() => void scans.refresh()} />
      )}
      {all && all.length > 0 && <Before scans={all} shown={shown} />}
    </main>
  );
}

interface BeforeProps {
  readonly scans: Scans["scans"];
  readonly shown: string | undefined;
}

function Before({scans: all, shown}: BeforeProps) {
  const w = inLocale(words);
  const r = inLocale(runWords);
  return (
    <section class="sec" aria-labelledby="before">
      <header>
        <h2 id="before">{w.before}</h2>
        <p>{w.beforeSays}</p>
      </header>
      <table class="grid">
        <tbody>
          {all.map(({run, nominal, schedule, by, asOf, state, reason}) => (
            <tr key={run}>
              <td>
                <a
                  class="text"
                  href={`/scan/${run}`}
                  aria-current={run === shown ? "true" : undefined}
                >
                  {asOf ? w.asOf(inUtc(asOf)) : w.noAsOf}
                </a>
                <span class="small soft">{w.ran(dayAndTime(nominal))}</span>
              </td>
              <td>{schedule ?? w.by(by)}</td>
              <td class={state === "failed" ? "red" : undefined}>
                {r.states[state]}
                {reason && (
                  <span class="small soft">
                    <Said says={reason} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
