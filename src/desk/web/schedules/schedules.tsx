import {useEffect} from "preact/hooks";
import type {ScheduleDetail, ScheduleSummary} from "../../api/shapes.ts";
import {askJson, Refused} from "../api.ts";
import {Failure} from "../frame/failure.tsx";
import {Table} from "../frame/table.tsx";
import {useTitle} from "../frame/title.ts";
import {resource} from "../resource.ts";
import {useChanges} from "../stream.ts";
import {dayAndTime} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {Alarms} from "./alarms.tsx";
import {DayStrip} from "./dayStrip.tsx";
import {ScheduleRow} from "./scheduleRow.tsx";
import {words} from "./words.ts";

export type Known = ScheduleSummary & Partial<ScheduleDetail>;

/** All of them, each with what is to be told of it. */
const schedules = resource(async (signal): Promise<readonly Known[]> => {
  const {schedules} = await askJson<{readonly schedules: readonly ScheduleSummary[]}>(
    "/api/schedules",
    {signal},
  );
  return Promise.all(
    schedules.map(schedule =>
      askJson<ScheduleDetail>(`/api/schedules/${encodeURIComponent(schedule.name)}`, {
        signal,
      }).catch(error => {
        if (error instanceof Refused) return schedule;
        throw error;
      }),
    ),
  );
});

/** What is due, and what makes it so. */
export function Schedules() {
  const w = inLocale(words);
  useTitle(w.title);
  useEffect(() => void schedules.refresh(), []);
  useChanges(["schedule", "run"], () => void schedules.refresh());
  const all = schedules.value.value;
  const due = (all ?? []).flatMap(({name, next, paused, upcoming}) =>
    (upcoming ?? (next === undefined ? [] : [next])).map(at => ({name, at, paused})),
  );
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          {all && all.length > 0 && <p>{w.says(all.length)}</p>}
        </div>
      </div>
      <Failure
        error={schedules.failure.value}
        stale={all !== undefined}
        retry={() => void schedules.refresh()}
      />
      <Alarms />
      {!all && !schedules.failure.value && (
        <p class="fetching" role="status">
          {w.loading}
        </p>
      )}
      {all?.length === 0 && (
        <div class="empty" role="status">
          <b>{w.none}</b>
          {w.noneSays}
        </div>
      )}
      {all && all.length > 0 && (
        <>
          <DayStrip due={due} />
          <List schedules={all} />
          <LeftOut schedules={all} />
        </>
      )}
    </main>
  );
}

function List({schedules: all}: {readonly schedules: readonly Known[]}) {
  const w = inLocale(words);
  return (
    <section class="sec" aria-labelledby="schedules">
      <header>
        <h2 id="schedules">{w.list}</h2>
        <p>{w.fromConfig}</p>
      </header>
      <Table
        columns={[w.columns.name, w.columns.when, w.columns.next, w.columns.last]}
        act={w.columns.act}
      >
        {all.map(schedule => (
          <ScheduleRow
            key={schedule.name}
            schedule={schedule}
            onChanged={() => schedules.refresh()}
          />
        ))}
      </Table>
    </section>
  );
}

/** Hours that had no run. */
function LeftOut({schedules: all}: {readonly schedules: readonly Known[]}) {
  const w = inLocale(words);
  const left = all
    .flatMap(({name, leftOut = []}) => leftOut.map(one => ({...one, name})))
    .toSorted((a, b) => b.until.localeCompare(a.until));
  if (left.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="left-out">
      <header>
        <h2 id="left-out">{w.leftOut}</h2>
        <p>{w.leftOutSays}</p>
      </header>
      <table class="grid stack">
        <tbody>
          {left.map(({name, from, until, count, why}) => (
            <tr key={`${name} ${from}`}>
              <th scope="row">{name}</th>
              <td>
                {from === until ? dayAndTime(from) : `${dayAndTime(from)} – ${dayAndTime(until)}`}
              </td>
              <td>{w.instants(count)}</td>
              <td lang="en">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
