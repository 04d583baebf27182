import type {Revision} from "../../../api/reviewShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {words} from "./words.ts";

/** Each open fault, with a field for why the text may stand as it is. */
export function Faults({
  faults,
  reasons,
  say,
}: {
  readonly faults: Revision["found"];
  readonly reasons: ReadonlyMap<string, string>;
  readonly say: (id: string, reason: string) => void;
}) {
  const w = inLocale(words);
  return (
    <section class="part">
      <h3>
        {w.faults(faults.length)} <span class="soft">{w.needsReason}</span>
      </h3>
      {faults.map(({id, text, line, reason}) => (
        <div key={id} class="accept">
          <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2.5l6 11H2z" />
            <path d="M8 6.8v2.8M8 11.6v.1" />
          </svg>
          <div>
            <b>“{text}”</b> <span class="soft">{w.line(line)}</span>
            <p>{reason}</p>
            <label for={`why-${id}`}>{w.mayStand}</label>
            <textarea
              id={`why-${id}`}
              maxLength={1000}
              value={reasons.get(id) ?? ""}
              onInput={({currentTarget}) => say(id, currentTarget.value)}
            />
          </div>
        </div>
      ))}
    </section>
  );
}
