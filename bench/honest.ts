import {parseArgs} from "node:util";
import {check} from "../src/check/check.ts";
import {faultLine} from "../src/check/fault.ts";
import {recordedData} from "../test/recorded.ts";
import {writtenNotes} from "./check/notes.ts";
import {atLeast, atMost, report} from "./pairs.ts";

/**
 * How many notes their own check refuses: every coin of a folder that can be written of, at several
 * days, in every language. Each fault found here is one that an honest note was blamed for.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    notes: {type: "string"},
  },
});
const wanted = Number(values.notes ?? (values.quick ? 40 : 1_200));
const fewest = Math.min(500, wanted);

const written = new Map<string, number>();
const refused: {note: string; faults: number; first: string}[] = [];
for await (const {name, locale, markdown, evidence} of writtenNotes(values.data, wanted)) {
  written.set(locale, (written.get(locale) ?? 0) + 1);
  const faults = check(markdown, evidence);
  const [first] = faults;
  if (first) refused.push({note: name, faults: faults.length, first: faultLine("note.md", first)});
}

const notes = [...written.values()].reduce((sum, one) => sum + one, 0);
report(
  [
    {
      title: "Notes written",
      rows: [...written].map(([locale, count]) => ({
        locale,
        notes: count,
        refused: refused.filter(({note}) => note.endsWith(` ${locale}`)).length,
      })),
    },
    {title: "Refused by their own check", rows: refused},
  ],
  [atLeast("notes written", fewest, notes), atMost("honest notes refused", 0, refused.length)],
  values.json,
);
