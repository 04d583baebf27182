import type {Publication} from "../../../api/publicationShapes.ts";
import {Said} from "../../frame/failure.tsx";
import {readersZone} from "../../words/instants.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {publicationWords} from "../../words/publications.ts";
import {placeOf} from "../../words/zones.ts";
import type {Target} from "./targets.ts";
import {words} from "./words.ts";

interface Props {
  readonly all: readonly Target[];
  readonly taken: readonly Publication[];
  readonly chosen: readonly string[];
  readonly choose: (names: readonly string[]) => void;
}

/** At which targets, and what stands in the way of others. */
export function Where({all, taken, chosen, choose}: Props) {
  const w = inLocale(words);
  const {states} = inLocale(publicationWords);
  return (
    <fieldset class="part where">
      <legend>{w.where}</legend>
      {all.map(({name, label, lacks, zone, home}) => {
        const there = taken.find(({target}) => target === name);
        const cannot = there !== undefined || lacks !== undefined;
        const on = chosen.includes(name);
        return (
          <label key={name} class={cannot ? "choice soft" : "choice"}>
            <input
              type="checkbox"
              checked={on || there !== undefined}
              disabled={cannot}
              onChange={() => choose(on ? chosen.filter(one => one !== name) : [...chosen, name])}
            />
            <span>
              <b>{name}</b>{" "}
              <span class="small soft">
                {[
                  label,
                  home !== undefined && w.after(home),
                  zone !== readersZone && (zone === "UTC" ? zone : placeOf(zone, locale.value)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {there && (
                <span class="small soft line">
                  {w.there(states[there.state].toLocaleLowerCase(locale.value))}
                </span>
              )}
              {lacks !== undefined && (
                <span class="small red line">
                  <Said says={lacks} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
