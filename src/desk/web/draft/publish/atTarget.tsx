import type {Publication} from "../../../api/publicationShapes.ts";
import {Act} from "../../frame/act.tsx";
import {may} from "../../session/session.ts";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {amissOf} from "../../words/publications.ts";
import {useReview} from "../judge/review.ts";
import {type Answer, answersAt} from "./answers.ts";
import {Differences} from "./differences.tsx";
import {atTarget} from "./hour.ts";
import {PublicationMark} from "./mark.tsx";
import {Reason} from "./reason.tsx";
import {Steps} from "./steps.tsx";
import {targets, wayTo, zoneAt} from "./targets.ts";
import {words} from "./words.ts";

/** The note at one target: how far it has come, where it is found, and what helps. */
export function AtTarget({publication}: {readonly publication: Publication}) {
  const w = inLocale(words);
  const {publishing} = useReview();
  const {target, state, asks, reason, address, differences, standing, wanted} = publication;
  const label = targets.value.value?.find(({name}) => name === target)?.label;
  const [amiss] = amissOf([publication]);
  const versions = publishing.publications.value.value?.releases;
  const notice = versions?.find(({version}) => version === standing)?.kind === "retracted";
  return (
    <article class={`at ${amiss?.colour ?? ""}`} data-target={target} data-state={state}>
      <header>
        <h4>{target}</h4>
        {label !== undefined && <span class="small soft">{label}</span>}
        <PublicationMark state={state} amber={amiss?.colour === "amber"} />
      </header>
      {/* Of what nobody knows, and what does not go out unasked, the question says it all. */}
      {asks !== "outcome" && asks !== "late" && (
        <p>
          {state === "left"
            ? w.left[leftOf(publication)]
            : w.how({...howIs(publication), notice, gone: asks === "again"})}
        </p>
      )}
      {standing !== undefined && standing !== wanted && asks !== "again" && state !== "left" && (
        <p>{w.onItsWay(standing, wanted)}</p>
      )}
      {address !== undefined && <Address address={address} target={target} />}
      {state === "sending" && <Steps publication={publication} />}
      {asks !== undefined ? (
        <p class={amiss?.colour}>{w.asked[asks]}</p>
      ) : (
        reason !== undefined && (
          <p class={state === "refused" ? "red" : "soft"}>
            <Reason reason={reason} />
          </p>
        )
      )}
      {differences && differences.length > 0 && <Differences differences={differences} />}
      <p class="small soft">{w.orderedBy(publication.by, lately(publication.orderedAt))}</p>
      {may("publisher") && <Answers publication={publication} />}
    </article>
  );
}

function Address({address, target}: {readonly address: string; readonly target: string}) {
  const way = wayTo(address, target, targets.value.value ?? []);
  return way === undefined ? (
    <p class="mono">{address}</p>
  ) : (
    <p>
      <a class="text" href={way} target="_blank" rel="noopener noreferrer">
        {way.startsWith("/") ? new URL(way, location.origin).href : way}
      </a>
    </p>
  );
}

/** What is left there as somebody has made it. */
const leftOf = ({conflict, differences = []}: Publication) =>
  conflict ? "changed" : differences.length > 0 ? "differs" : "removed";

/** When it goes out, went out, or is tried again. */
function howIs({
  state,
  at,
  standing,
  publishedAt,
  readAt,
  nextAt,
  waitsFor,
  target,
  ...rest
}: Publication) {
  const w = inLocale(words);
  const differs = (rest.differences?.length ?? 0) > 0;
  return {
    state,
    due: atTarget(at, zoneAt(target), w.here),
    isDue: Date.parse(at) <= Date.now(),
    version: standing,
    since: publishedAt === undefined ? undefined : lately(publishedAt),
    read: readAt === undefined ? undefined : lately(readAt),
    asApproved: !differs,
    again: nextAt === undefined ? undefined : lately(nextAt),
    after: waitsFor,
  };
}

function Answers({publication}: {readonly publication: Publication}) {
  const review = useReview();
  const {publishing} = review;
  const {target} = publication;
  const over = (what: "hour" | "conflict") => async () => {
    publishing.target.value = target;
    review.over.value = what;
  };
  const acts: Readonly<Record<Answer, () => Promise<void>>> = {
    now: () => publishing.order({targets: [target]}),
    retry: () => publishing.order({targets: [target]}),
    again: () => publishing.order({targets: [target], again: true}),
    leave: () => publishing.answer(target, "left"),
    arrived: () => publishing.answer(target, "arrived"),
    cancel: () => publishing.cancel(target),
    reschedule: over("hour"),
    conflict: over("conflict"),
  };
  const answers = answersAt(publication, new Date());
  if (answers.length === 0) return null;
  return (
    <div class="acts">
      {answers.map(one => (
        <Act key={one} says={saysOf(one, publication)} of={target} act={acts[one]} />
      ))}
    </div>
  );
}

function saysOf(answer: Answer, {state, asks}: Publication): string {
  const w = inLocale(words);
  if (answer === "retry") return w.retry[state === "differs" ? "read" : "send"];
  if (asks === "outcome" && (answer === "again" || answer === "cancel")) return w.outcome[answer];
  return w.answers[answer];
}
