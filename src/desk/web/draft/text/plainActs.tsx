import {useSignal} from "@preact/signals";
import {useKeys} from "../../keys.ts";
import {may} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import type {Passage, Room} from "../room.ts";
import type {Checking} from "./checking.ts";
import {NewComment} from "./commentBlock.tsx";
import {faultBeside, mendableAt} from "./plainFaults.ts";
import {type PlacedFault, placedFaults} from "./reading.ts";
import {words} from "./words.ts";

interface Given {
  readonly room: Room;
  readonly checking: Checking | undefined;
}

const start: Passage = {from: 0, to: 0};

/** What the editor does at the cursor, for the plain field: by the same keys, and by a finger. */
export function PlainActs({room, checking}: Given) {
  const w = inLocale(words);
  const writing = useSignal<Passage>();
  const reading = checking?.reading.value;
  const faults = reading ? placedFaults(reading) : [];
  const here = room.here.value;
  const place = here && here.from < here.to ? here : room.markHere.value;
  const fault = here && faults.find(({from, to}) => from <= here.from && here.to <= to);
  const go = (step: 1 | -1) => {
    const next = faultBeside(faults, room.here.peek() ?? start, step);
    if (next) room.hand.peek()?.show(next, {focus: true});
  };
  const mend = (one: PlacedFault | undefined) => {
    const {fault, from, to} = one ?? {};
    if (!fault || from === undefined || to === undefined || !room.writable.peek()) return;
    // What was typed since the check is left alone.
    if (room.text.peek()?.slice(from, to) !== fault.text) return;
    const insert = fault.suggestion ?? "";
    room.hand.peek()?.replace({from, to}, insert);
    room.hand.peek()?.show({from: from + insert.length, to: from + insert.length}, {focus: true});
  };
  const comment = () => {
    if (place && may("writer")) writing.value = {from: place.from, to: place.to};
  };
  useKeys(
    () => [
      {key: "F8", says: w.keys.nextFault, act: () => go(1), whileTyping: true},
      {
        key: "mod+.",
        says: w.keys.useSuggestion,
        act: () => mend(mendableAt(faults, room.here.peek() ?? start)),
        whileTyping: true,
      },
      {key: "c", says: w.keys.comment, act: comment},
    ],
    [room, w, reading, place],
  );
  const shows = faults.length > 0 || (place && may("writer"));
  return (
    <>
      {writing.value && (
        <NewComment
          key={writing.value.from}
          room={room}
          quote={(room.text.peek() ?? "").slice(writing.value.from, writing.value.to)}
          place={() => writing.peek()}
          close={() => {
            const back = writing.peek();
            writing.value = undefined;
            if (back) room.hand.peek()?.show(back, {focus: true});
          }}
        />
      )}
      {shows && !writing.value && (
        <div class="plain-acts">
          {faults.length > 0 && (
            <button class="btn sm" type="button" onClick={() => go(1)}>
              {w.keys.nextFault}
            </button>
          )}
          {fault?.mendable && room.writable.value && (
            <button class="btn sm" type="button" onClick={() => mend(fault)}>
              {fault.fault.suggestion === "" ? w.takeOut : `→ ${fault.fault.suggestion}`}
            </button>
          )}
          {place && may("writer") && (
            <button class="btn sm plain" type="button" onClick={comment}>
              {w.commentHere}
            </button>
          )}
        </div>
      )}
    </>
  );
}
