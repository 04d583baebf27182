import {useId} from "preact/hooks";
import {inLocale, locale} from "../../words/locale.ts";
import {placeOf} from "../../words/zones.ts";
import {atTarget, hourAhead, instantIn} from "./hour.ts";
import {words} from "./words.ts";

interface Props {
  /** Of the wall clock at the targets; undefined: now. */
  readonly hour: string | undefined;
  readonly zones: readonly string[];
  readonly past: boolean;
  readonly choose: (hour: string | undefined) => void;
}

/** Now, or at an hour of the clock on the target's wall. */
export function When({hour, zones, past, choose}: Props) {
  const w = inLocale(words);
  const id = useId();
  return (
    <fieldset class="part when">
      <legend>{w.when}</legend>
      <label class="choice">
        <input
          type="radio"
          name="when"
          checked={hour === undefined}
          onChange={() => choose(undefined)}
        />
        <span>{w.now}</span>
      </label>
      <label class="choice">
        <input
          type="radio"
          name="when"
          checked={hour !== undefined}
          onChange={() => choose(hourAhead(zones))}
        />
        <span>{w.atHour}</span>
      </label>
      {hour !== undefined && (
        <HourField id={id} hour={hour} zones={zones} past={past} choose={choose} />
      )}
    </fieldset>
  );
}

interface HourProps {
  readonly id: string;
  readonly hour: string;
  readonly zones: readonly string[];
  readonly past: boolean;
  readonly choose: (hour: string) => void;
}

/** An hour, with the instant that it is in each zone. */
export function HourField({id, hour, zones, past, choose}: HourProps) {
  const w = inLocale(words);
  return (
    <div class="control hour">
      <label for={id}>
        {w.hourThere}{" "}
        {zones.length === 1 && zones[0] !== undefined && (
          <span class="soft">{zones[0] === "UTC" ? "UTC" : placeOf(zones[0], locale.value)}</span>
        )}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={hour}
        aria-describedby={`${id}-says`}
        onInput={({currentTarget}) => choose(currentTarget.value)}
      />
      <p class={`small ${past ? "red" : "soft"}`} id={`${id}-says`}>
        {zones
          .flatMap(zone => {
            const due = instantIn(hour, zone);
            return due === undefined ? [] : [atTarget(due, zone, w.here)];
          })
          .join(" · ")}
        {past && ` · ${w.past}`}
      </p>
    </div>
  );
}
