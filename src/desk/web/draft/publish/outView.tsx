import {useEffect} from "preact/hooks";
import {Failure} from "../../frame/failure.tsx";
import {live} from "../../stream.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {AtTarget} from "./atTarget.tsx";
import {InProgress} from "./inProgress.tsx";
import {isUnderWay} from "./phase.ts";
import {targets} from "./targets.ts";
import {usePublishActs} from "./usePublishActs.ts";
import {Versions} from "./versions.tsx";
import {words} from "./words.ts";

/** Where the draft stands or is to stand, what is being put right in it, and its versions. */
export function OutView() {
  const w = inLocale(words);
  const {room, publishing} = useReview();
  const draft = room.draft.value.value;
  useEffect(() => void targets.refresh(), []);
  const found = publishing.publications.value.value;
  const goes = found?.publications.filter(one => isUnderWay(one, new Date())) ?? [];
  useEffect(() => {
    // The stream tells of each step; where none reaches us it is asked for.
    if (goes.length === 0 || live.value) return undefined;
    const soon = setTimeout(() => void room.draft.refresh(), 1_000);
    return () => clearTimeout(soon);
  }, [found, live.value]);
  const failure = publishing.publications.failure.value ?? publishing.corrections.failure.value;
  if (!draft) return null;
  const names = (targets.value.value ?? []).map(({name}) => name);
  // Always in the same order, whichever was ordered last: buttons do not change places.
  const shown = (found?.publications ?? [])
    .filter(({state}) => state !== "withdrawn")
    .toSorted((a, b) => names.indexOf(a.target) - names.indexOf(b.target));
  const open = publishing.open.value;
  return (
    <div class="out-view">
      <h3 class="away">{w.title}</h3>
      <Failure
        error={failure}
        stale={found !== undefined}
        retry={() => publishing.refresh(draft.state)}
      />
      {open && <InProgress correction={open} draft={draft} />}
      <section class="sec">
        <header>
          <h3>{w.standsAt}</h3>
          {shown.length > 0 && <p>{w.oneEach}</p>}
        </header>
        {shown.map(publication => (
          <AtTarget key={publication.target} publication={publication} />
        ))}
        {shown.length === 0 && (
          <p class="soft nothing">{draft.state === "approved" ? w.notOrdered : w.notApproved}</p>
        )}
        <Acts />
      </section>
      {found && found.releases.length > 0 && <Versions releases={found.releases} draft={draft} />}
    </div>
  );
}

/** What can be done with it as a whole. */
function Acts() {
  const {room} = useReview();
  const draft = room.draft.value.value;
  return draft ? <ActsOf draft={draft} /> : null;
}

function ActsOf({draft}: {readonly draft: Parameters<typeof usePublishActs>[0]}) {
  const acts = usePublishActs(draft).filter(({kind}) => kind !== "approve-correction");
  if (acts.length === 0) return null;
  return (
    <div class="acts below">
      {acts.map(({kind, says, why, act}) => (
        <button
          key={kind}
          class="btn sm"
          type="button"
          aria-disabled={why !== undefined}
          title={why}
          onClick={act}
        >
          {says}
        </button>
      ))}
    </div>
  );
}
