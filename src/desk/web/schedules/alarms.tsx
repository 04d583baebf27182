import {useEffect} from "preact/hooks";
import type {Alarms as Answer} from "../../api/alarmsShapes.ts";
import {askJson} from "../api.ts";
import {resource} from "../resource.ts";
import {useChanges} from "../stream.ts";
import {dayAndTime} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {words} from "./alarmWords.ts";

const alarms = resource(signal => askJson<Answer>("/api/alarms", {signal}));

/** Silence changes nothing that anybody could be told of. */
const everyMs = 60_000;

/** What failed, is late or silent, and who could not be told; nothing where all is well. */
export function Alarms() {
  const w = inLocale(words);
  useEffect(() => {
    void alarms.refresh();
    const timer = setInterval(() => void alarms.refresh(), everyMs);
    return () => clearInterval(timer);
  }, []);
  useChanges(["schedule", "run"], () => void alarms.refresh());
  const {alarms: open = [], channels = []} = alarms.value.value ?? {};
  if (open.length + channels.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="alarms">
      <header>
        <h2 id="alarms">{w.title}</h2>
        <p>{w.says}</p>
      </header>
      <table class="grid stack">
        <tbody>
          {open.map(({id, subject, kind, run, nominal, reason, next}) => (
            <tr key={id}>
              <th scope="row">
                {run === undefined ? subject : <a href={`/runs/${run}`}>{subject}</a>}{" "}
                <span class="red">{w.kinds[kind]}</span>
              </th>
              <td>{nominal !== undefined && w.due(dayAndTime(nominal))}</td>
              <td lang="en">
                {reason}
                <div class="soft">{next}</div>
              </td>
            </tr>
          ))}
          {channels.map(({kind, state, since, untold}) => (
            <tr key={`${kind} ${since}`}>
              <td colSpan={3} class="amber">
                {w.channel[state](kind, untold, dayAndTime(since))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
