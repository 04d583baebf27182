import {useSignal} from "@preact/signals";
import {inLocale} from "../../words/locale.ts";
import type {Rehearsal} from "./rehearsing.tsx";
import {sized} from "./sized.ts";
import {words} from "./words.ts";

/** Call by call, or file by file, what one target would be sent. */
export function RehearsalOf({
  rehearsal: {target, label, parts},
  open,
}: {
  readonly rehearsal: Rehearsal;
  readonly open: boolean;
}) {
  const w = inLocale(words);
  const all = parts.reduce((sum, {bytes}) => sum + bytes, 0);
  return (
    <details class="rehearsal" open={open}>
      <summary>
        <b>{target}</b>{" "}
        <span class="soft">
          {label} · {w.parts(parts.length, sized(all))}
        </span>
      </summary>
      <ol>
        {parts.map((part, i) => (
          <li key={`${i}`}>
            {part.body === undefined ? (
              <p>
                <code>{part.what}</code> <span class="small soft">{sized(part.bytes)}</span>
              </p>
            ) : (
              <Body {...part} body={part.body} />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** As text, whatever it is: what goes to others is never drawn in our page. */
function Body({
  what,
  body,
  bytes,
}: {
  readonly what: string;
  readonly body: string;
  readonly bytes: number;
}) {
  const w = inLocale(words);
  const open = useSignal(false);
  return (
    <details
      onToggle={({currentTarget}) => {
        open.value = currentTarget.open;
      }}
    >
      <summary>
        <code>{what}</code> <span class="small soft">{sized(bytes)}</span>
      </summary>
      {open.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well
        <section class="whole" tabIndex={0} aria-label={w.bodyOf(what)}>
          <pre>{body}</pre>
        </section>
      )}
    </details>
  );
}
