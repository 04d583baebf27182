import {parseArgs} from "node:util";
import {gzipSync} from "node:zlib";
import {withRenderer} from "../../src/render/renderer.ts";
import {hasRecordedData, recordedData} from "../../test/recorded.ts";
import type {Wish} from "../../test/walk.ts";
import {walk} from "../../test/walk.ts";
import {atMost, type Row, report} from "../pairs.ts";
import {printedPages} from "./printed.ts";
import {shownPages} from "./shown.ts";

/**
 * What readers of a note get: pages and feet in print, faults of access, sideways scrolling and weight
 * on the screen. Six notes of very different coins, in both languages; two of them are on samples.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
  },
});

const samples: readonly Wish[] = [
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z", locale: "en"},
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z", locale: "tr"},
];
const {data} = values;
const recorded: readonly Wish[] = [
  {coin: "bittensor", data, asOf: "2026-03-20T02:00:00Z", locale: "en"},
  {coin: "ethereum", data, asOf: "2024-08-06T00:00:00Z", locale: "tr"},
  {coin: "usd-coin", data, asOf: "2023-03-12T00:00:00Z", locale: "en"},
  {coin: "zero-gravity", data, asOf: "2025-12-15T00:00:00Z", locale: "tr"},
];
const there = hasRecordedData || data !== recordedData;
if (!there) console.error("no recorded data: the notes of the samples alone (see --data)");

const [print, screen]: [Row[], Row[]] = [[], []];
const weights: number[] = [];
await shownPages(async shown => {
  await withRenderer({pdf: true}, async renderer => {
    for (const wish of there ? [...samples, ...recorded] : samples) {
      const {files, draft} = await walk(
        {source: "files", ...wish},
        ["md", "html", "pdf"],
        renderer,
      );
      const note = draft.evidence.note.id;
      const html = String(files.get("note.html"));
      const weight = gzipSync(html, {level: 9}).length / 1_000;
      weights.push(weight);
      print.push({note, ...(await printedPages(files.get("note.pdf") as Uint8Array, html))});
      screen.push({note, ...(await shown(html)), "kB compressed": Math.round(weight)});
    }
  });
});

const worst = (rows: readonly Row[], column: string) =>
  Math.max(...rows.map(row => Number(row[column])));
report(
  [
    {title: "In print", rows: print},
    {title: "On the screen, at 390, 768 and 1440 px, light and dark", rows: screen},
  ],
  [
    atMost("pages of the simulated sample", 8, Number(print[0]?.pages)),
    atMost("pages of evidence", 2, worst(print, "of evidence")),
    atMost("emptiest foot but the last, %", 12, worst(print, "emptiest foot, %")),
    atMost("headings apart from what they head", 0, worst(print, "headings apart")),
    atMost("notes without a chart on page one", 0, worst(print, "no chart on page 1")),
    atMost("faults of access", 0, worst(screen, "axe faults")),
    atMost("pages that scroll sideways", 0, worst(screen, "sideways")),
    atMost("kB of the heaviest page", 150, Math.max(...weights)),
  ],
  values.json,
);
