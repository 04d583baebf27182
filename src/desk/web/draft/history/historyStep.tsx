import {useSignal} from "@preact/signals";
import {publicationQuestions} from "../../../../model/publication.ts";
import {publicationReasonSchema} from "../../../../model/publicationReason.ts";
import {dayAndTime} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {publicationWords} from "../../words/publications.ts";
import {Reason} from "../publish/reason.tsx";
import {RevisionChange} from "./revisionChange.tsx";
import type {Step} from "./story.ts";
import {words} from "./words.ts";

/** One thing that somebody did; a revision opens against the one before. */
export function HistoryStep({
  step: {at, by, revision, event},
  newest,
}: {
  readonly step: Step;
  readonly newest: number | undefined;
}) {
  const w = inLocale(words);
  const open = useSignal(false);
  const time = (
    <time class="soft small" dateTime={at}>
      {dayAndTime(at)}
    </time>
  );
  if (event)
    return (
      <li>
        {time}
        <div>
          <b>{by}</b> {told(event.kind, event.data)}
          {/* What a person is asked says it already. */}
          {event.data.asks === undefined && <Why reason={event.data.reason} />}
        </div>
      </li>
    );
  if (!revision) return null;
  const {number, kind, suggested, faults} = revision;
  const did =
    kind === "written"
      ? w.wrote
      : kind === "edited"
        ? suggested
          ? w.suggested
          : w.edited
        : w[kind];
  return (
    <li>
      {time}
      <div>
        <details
          onToggle={({currentTarget}) => {
            open.value = currentTarget.open;
          }}
        >
          <summary>
            <b>{w.revision(number)}</b> · {by} {did}
            {number === newest && <span class="soft"> · {w.newest}</span>}
            {faults > 0 && <span class="red"> · {w.faults(faults)}</span>}
          </summary>
          {open.value && <RevisionChange number={number} newest={number === newest} />}
        </details>
      </div>
    </li>
  );
}

/** In whoever's words: a person's, or those for what the publisher met with. */
function Why({reason}: {readonly reason: unknown}) {
  const known = publicationReasonSchema.safeParse(reason);
  if (!known.success && typeof reason !== "string") return null;
  return (
    <p class="quote">
      <span class="away">{inLocale(words).reason}: </span>
      {known.success ? <Reason reason={known.data} /> : String(reason)}
    </p>
  );
}

function told(kind: string, data: Readonly<Record<string, unknown>>): string {
  const w = inLocale(words);
  if (kind === "draft.assigned")
    return w.assigned(typeof data.to === "string" ? data.to : undefined);
  if (kind === "draft.approved")
    return w.approved(
      `r${String(data.revision)}`,
      Array.isArray(data.accepted) ? data.accepted.length : 0,
    );
  const target = String(data.target ?? "");
  const question = publicationQuestions.find(one => one === data.asks);
  if (question) return `${target}: ${inLocale(publicationWords).asks[question]}`;
  const outward = w.outward[kind];
  if (outward) return outward(target, Number(data.version ?? 1));
  return w.kinds[kind] ?? kind;
}
