import {useSignal} from "@preact/signals";
import type {ComponentChildren} from "preact";
import {Said} from "../../frame/failure.tsx";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import type {Saver} from "../saver.ts";
import type {Kept} from "../saving.ts";
import {savingWords} from "./savingWords.ts";

interface Given {
  readonly room: Room;
  readonly saver: Saver;
  readonly putTogether: () => void;
  readonly putBack: (kept: Kept) => void;
}

/** What stands in the way of saving, and what can be done. What is saved stays quiet. */
export function SavingBanner({room, saver, putTogether, putBack}: Given) {
  return (
    <div class="saving" role="status">
      <Trouble room={room} saver={saver} putTogether={putTogether} />
      <Newer room={room} saver={saver} />
      <KeptAside saver={saver} putBack={putBack} />
    </div>
  );
}

function Trouble({room, saver, putTogether}: Omit<Given, "putBack">) {
  const w = inLocale(savingWords);
  const saving = room.saving.value;
  switch (saving.kind) {
    case "not-saved":
      return (
        <Banner colour="red" says={w.notSaved(time(saving.since))}>
          {saving.why === "signed-out" ? (
            w.signedOut
          ) : (
            <>
              {saving.why ? <Said says={saving.why} /> : w.away} {w.keptHere}
            </>
          )}{" "}
          <span aria-hidden="true">
            {saving.why === "signed-out"
              ? ""
              : saving.nextTry
                ? w.nextTry(withSeconds(saving.nextTry))
                : w.trying}
          </span>
          <Acts>
            <button class="btn sm" type="button" onClick={saver.saveNow}>
              {w.tryNow}
            </button>
            <Copy room={room} />
          </Acts>
        </Banner>
      );
    case "refused":
      return (
        <Banner colour="red" says={w.refused}>
          <Said says={saving.why} /> {w.refusedWhy}
          <Acts>
            <button class="btn sm" type="button" onClick={saver.saveNow}>
              {w.tryNow}
            </button>
            <Copy room={room} />
          </Acts>
        </Banner>
      );
    case "conflict":
      return (
        <Banner colour="amber">
          {w.outrun(saving.by, saving.revision)}
          <Acts>
            <button class="btn sm" type="button" onClick={putTogether}>
              {w.putTogether}
            </button>
            <Copy room={room} />
          </Acts>
        </Banner>
      );
    default:
      return null;
  }
}

function Newer({room, saver}: Pick<Given, "room" | "saver">) {
  const newer = saver.newer.value;
  if (newer === undefined || room.saving.value.kind === "conflict") return null;
  return <p class="newer">{inLocale(savingWords).newer(newer)}</p>;
}

function KeptAside({saver, putBack}: Pick<Given, "saver" | "putBack">) {
  const w = inLocale(savingWords);
  const [kept] = saver.aside.value;
  if (!kept) return null;
  return (
    <Banner colour="amber">
      {w.found(lately(new Date(kept.at).toISOString()), kept.base.revision)}
      <Acts>
        <button class="btn sm" type="button" onClick={() => putBack(kept)}>
          {w.putBack}
        </button>
        <button class="btn sm" type="button" onClick={() => saver.discard(kept)}>
          {w.throwAway}
        </button>
      </Acts>
    </Banner>
  );
}

interface BannerGiven {
  readonly colour: "red" | "amber";
  readonly says?: string;
  readonly children: ComponentChildren;
}

const Banner = ({colour, says, children}: BannerGiven) => (
  <div class={`banner ${colour}`}>
    <div>
      {says && <b>{says} </b>}
      {children}
    </div>
  </div>
);

const Acts = ({children}: {readonly children: ComponentChildren}) => (
  <div class="acts">{children}</div>
);

function Copy({room}: {readonly room: Room}) {
  const w = inLocale(savingWords);
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(room.text.peek() ?? "");
    copied.value = navigator.clipboard !== undefined;
  };
  return (
    <button class="btn sm" type="button" onClick={() => void copy()}>
      {copied.value ? w.copied : w.copy}
    </button>
  );
}

const time = (at: Date) => lately(at.toISOString());
const withSeconds = (at: Date) => at.toLocaleTimeString([], {hour12: false});
