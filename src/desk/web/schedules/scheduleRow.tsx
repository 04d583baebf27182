import {askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Made} from "../runs/runs.tsx";
import {words as runWords} from "../runs/words.ts";
import {may} from "../session/session.ts";
import {
  clock,
  dayAndTime,
  fromNow,
  readersZone,
  shortUtc,
  weekdayAndTime,
} from "../words/instants.ts";
import {languageName} from "../words/languages.ts";
import {inLocale, locale} from "../words/locale.ts";
import {placeOf} from "../words/zones.ts";
import {spoken} from "./cron.ts";
import type {Known} from "./schedules.tsx";
import {words} from "./words.ts";

interface Props {
  readonly schedule: Known;
  readonly onChanged: () => Promise<void>;
}

export function ScheduleRow({schedule, onChanged}: Props) {
  const w = inLocale(words);
  const {name, paused, pausedAt, pausedBy, zone = "UTC"} = schedule;
  const path = `/api/schedules/${encodeURIComponent(name)}`;
  const act = async (ask: Promise<unknown>) => {
    await ask;
    await onChanged();
  };
  return (
    <tr>
      <td>
        <b>{name}</b>
        <What schedule={schedule} />
      </td>
      <td>
        <When schedule={schedule} />
      </td>
      <td data-l={w.next}>
        {paused ? (
          <>
            <span class="amber">{w.paused}</span>
            <span class="small soft">
              {pausedBy && pausedAt ? w.pausedBy(pausedBy, dayAndTime(pausedAt)) : w.nothingComes}
            </span>
          </>
        ) : (
          schedule.next && <Instant iso={schedule.next} zone={zone} />
        )}
      </td>
      <td data-l={schedule.last && w.lastWord}>
        <Last schedule={schedule} />
      </td>
      <td class="num">
        {may("publisher") && (
          <>
            <Act
              says={w.runNow}
              of={name}
              act={() => act(askJson(`${path}/run`, {method: "POST"}))}
            />{" "}
            <Act
              says={paused ? w.resume : w.pause}
              of={name}
              act={() => act(askJson(path, {method: "PATCH", body: {paused: !paused}}))}
            />
          </>
        )}
      </td>
    </tr>
  );
}

/** In the schedule's zone, in UTC, and in the reader's. */
function Instant({iso, zone}: {readonly iso: string; readonly zone: string}) {
  const w = inLocale(words);
  return (
    <>
      {weekdayAndTime(iso, zone)} {zone === "UTC" ? "UTC" : placeOf(zone, locale.value)}
      <span class="small soft">
        {[
          zone !== "UTC" && shortUtc(iso),
          readersZone !== zone && readersZone !== "UTC" && `${clock(iso)} ${w.reader}`,
          fromNow(iso),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}

function When({schedule: {cron, every, zone}}: {readonly schedule: Known}) {
  const w = inLocale(words);
  const said = cron === undefined ? undefined : spoken(cron);
  return (
    <>
      {said ? w.spoken(said) : every !== undefined ? w.every(every) : <code>{cron}</code>}
      {zone !== undefined && (
        <span class="small soft">
          {zone === "UTC" ? "UTC" : placeOf(zone, locale.value)}
          {said && (
            <>
              {" "}
              <code>{cron}</code>
            </>
          )}
        </span>
      )}
    </>
  );
}

function What({schedule: {what, order, targets}}: {readonly schedule: Known}) {
  const w = inLocale(words);
  if (!what || !order) return null;
  const language = languageName(order.locale);
  return (
    <span class="small soft">
      {"scan" in what
        ? w.scans(what.scan.top, what.scan.write)
        : (what.watch ?? what.coins.join(", "))}
      {` · ${language} · ${order.data ?? order.source}`}
      {targets && ` · ${w.goesTo(targets.join(", "))}`}
    </span>
  );
}

function Last({schedule: {last, runs}}: {readonly schedule: Known}) {
  const w = inLocale(words);
  const r = inLocale(runWords);
  if (!last) return <span class="soft">{w.never}</span>;
  const run = runs?.find(({id}) => id === last.run);
  const state = run?.state ?? (last.outcome as keyof typeof r.states | undefined);
  return (
    <>
      <a class="plain" href={`/runs/${last.run}`}>
        <span class={state === "failed" ? "red" : undefined}>
          {(state && r.states[state]) ?? state}
        </span>
        , {dayAndTime(last.nominal)}
      </a>
      <span class="small soft">{run && <Made run={run} />}</span>
    </>
  );
}
