import {useEffect, useState} from "preact/hooks";
import {clock, readersZone} from "../words/instants.ts";
import {inLocale, locale} from "../words/locale.ts";
import {placeOf} from "../words/zones.ts";
import {type Due, spotsOf, ticksOf} from "./day.ts";
import {words} from "./words.ts";

/** What falls due in the next 24 hours. */
export function DayStrip({due}: {readonly due: readonly Due[]}) {
  const w = inLocale(words).day;
  const now = useMinute();
  const spots = spotsOf(due, now);
  const said = spots.map(({at, names}) => w.event(clock(at), names.join(", "))).join("; ");
  return (
    <section class="sec" aria-labelledby="day">
      <header>
        <h2 id="day">{w.title}</h2>
        <p>{w.legend(placeOf(readersZone, locale.value))}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is scrolled */}
      <div class="day" role="img" aria-label={w.label(said || w.nothing)} tabIndex={0}>
        <div class="inner">
          {ticksOf(now, readersZone).map(({x, at}) => (
            <div class="tick" key={at} style={{"--x": x}}>
              {x > 3.5 && x < 96 && clock(at)}
              {readersZone !== "UTC" && x < 96 && <span>{clock(at, "UTC")} UTC</span>}
            </div>
          ))}
          <div class="now" style={{"--x": 0.2}}>
            {w.now}
          </div>
          {spots.map(({x, at, names, paused, line}) => (
            <div
              class={`${paused ? "ev off" : "ev next"}${x > 85 ? " left" : ""}`}
              key={`${at} ${paused}`}
              style={{"--x": x, "--y": `${26 + line * 18}px`}}
            >
              {names.join(" · ")}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Now, again each minute. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
