import {useEffect, useState} from "preact/hooks";
import {clock} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {reach, tryNow} from "./desk.ts";
import {words} from "./words.ts";

/** That the desk does not answer, since when, and when it is asked again. */
export function Banner() {
  const w = inLocale(words).reach;
  const {value} = reach;
  return (
    <div role="status">
      {!value.there && (
        <div class="banner red">
          <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2.5l6 11H2z" />
            <path d="M8 6.8v2.8M8 11.6v.1" />
          </svg>
          <p>
            <b>{w.away(clock(value.since.toISOString()))}</b> {w.kept}
          </p>
          <div class="acts">
            <Countdown until={value.nextTry} />
            <button class="btn sm" type="button" onClick={tryNow}>
              {w.now}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Not read aloud each second. */
function Countdown({until}: {readonly until: Date}) {
  const w = inLocale(words).reach;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until.getTime() - now) / 1_000));
  return (
    <span class="small soft next" aria-hidden="true">
      {w.next(seconds)}
    </span>
  );
}
