import {inLocale} from "../../words/locale.ts";
import type {Room} from "../room.ts";
import type {Checking} from "./checking.ts";
import {plain} from "./plainText.tsx";
import {countsOf, placedFaults, type Reading} from "./reading.ts";
import {words} from "./words.ts";

interface Given {
  readonly room: Room;
  readonly checking: Checking | undefined;
}

/** What is wrong at the cursor, and how all of it stands. */
export function Foot({room, checking}: Given) {
  const w = inLocale(words);
  const reading = checking?.reading.value;
  return (
    <>
      <p class="fault-here" role="status">
        {reading && <FaultHere room={room} reading={reading} />}
      </p>
      <div class="foot" id="text-state">
        <Counts room={room} checking={checking} />
        <span class="away">{w.keysOfText}</span>
      </div>
    </>
  );
}

function FaultHere({room, reading}: {readonly room: Room; readonly reading: Reading}) {
  const here = room.here.value;
  if (!here) return null;
  const found = placedFaults(reading).find(({from, to}) => from <= here.from && here.to <= to);
  return found ? <span>{found.fault.reason}</span> : null;
}

function Counts({room, checking}: Given) {
  const w = inLocale(words).counts;
  const reading = checking?.reading.value;
  if (checking?.failure.value) return <span class="red">{w.failed}</span>;
  if (!reading) return <span>{room.evidence.failure.value ? w.noEvidence : w.checking}</span>;
  const {supported, edited} = countsOf(reading.marks);
  return (
    <>
      <span>{w.supported(supported)}</span>
      {edited > 0 && <span class="amber">{w.edited(edited)}</span>}
      {reading.faults.length > 0 && <span class="red">{w.faults(reading.faults.length)}</span>}
      <span class="unjudged">{plain.value ? w.uncounted : w.unjudged}</span>
    </>
  );
}
