import {type LocalSpec, localOrder} from "../config/workspace.ts";
import {NothingToSay} from "../model/errors.ts";
import type {Verdict} from "../model/finding.ts";
import type {Format} from "../model/form.ts";
import {toOrder} from "../model/order.ts";
import {sources, type UniverseKind} from "../model/source.ts";
import {leadingRows, pickRecord} from "../scan/pick.ts";
import type {Scan} from "../scan/scan.ts";
import {defaultTop, type UniverseOrder} from "../sources/universe.ts";
import {atNewest} from "./newest.ts";
import {type Progress, stderrProgress} from "./progress.ts";
import {tidyCache} from "./tidyCache.ts";

export interface ScanOptions extends LocalSpec {
  readonly source: UniverseKind;
  readonly top?: number;
  readonly write?: number;
  readonly out: string;
  readonly format: readonly Format[];
  readonly force?: boolean;
  readonly cacheBytes: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Ranks every coin of a universe by what changed; writes notes on the first few where asked to. */
export async function scanCommand(given: ScanOptions): Promise<number> {
  const progress = stderrProgress({quiet: given.quiet ?? false});
  try {
    const options = await atNewest(given, progress);
    const {spec, workspace} = localOrder(options);
    const {asOf, asOfGiven, data} = toOrder({...spec, coin: "every"}, new Date());
    const folder = data === undefined ? undefined : workspace.datasets[data];
    const {source, top} = options;
    const universe = await read(
      {
        source,
        asOf,
        asOfGiven,
        ...(folder !== undefined && {data: folder}),
        ...(top !== undefined && {top}),
      },
      progress,
    );
    progress.step(`${universe.name}: ${universe.coins.length} coins`);
    const {scan} = await import("../scan/scan.ts");
    const found = await scan(universe);
    progress.done();
    const {leftOut: _, faults: __, ...result} = found;
    if (!options.json) process.stdout.write(table(found, universe.benchmark.asset.name));
    if (found.rows.every(({p}) => p === null))
      throw new NothingToSay(
        `nothing can honestly be said of ${universe.name} as of ${found.asOf}: no coin has closes enough to be tested. ${leftOutText(found)}`.trim(),
        {result},
      );
    await writeNotes(found, options, progress);
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } finally {
    progress.done();
    await tidyCache(given.cacheBytes);
  }
}

async function read(order: UniverseOrder, progress: Progress) {
  const {readUniverse} = await import("../sources/universe.ts");
  const {toldHttp} = await import("./effects.ts");
  const calls = sources[order.source].calls?.scan(order.top ?? defaultTop) ?? 0;
  return readUniverse(order, {
    env: process.env,
    http: await toldHttp(progress, order.source, calls),
  });
}

/** Notes on the first coins of the scan; each is told that a scan picked it. */
async function writeNotes(found: Scan, options: ScanOptions, progress: Progress): Promise<void> {
  const picked = leadingRows(found)
    .filter(({adjustedP}) => adjustedP !== null)
    .slice(0, options.write ?? 0);
  if (picked.length === 0) return;
  const [{writeScanRecord}, {makeNote, tellLeftOut, whatToOpen}, {withRenderer}] =
    await Promise.all([
      import("../sources/scanRecord.ts"),
      import("./makeNote.ts"),
      import("../render/renderer.ts"),
    ]);
  await withRenderer({pdf: options.format.includes("pdf"), step: progress.step}, async renderer => {
    for (const {asset} of picked) {
      const beside = [writeScanRecord(asset, pickRecord(found, asset))];
      const {note, folder, paths} = await makeNote(
        {...options, coin: asset, beside},
        progress,
        renderer,
      );
      tellLeftOut(note, progress);
      progress.note(whatToOpen(folder, paths) ?? folder);
    }
  });
}

const verdicts: Readonly<Record<Verdict, string>> = {
  weakened: "weakened",
  strengthened: "strengthened",
  "no-change-found": "no change found",
  "not-enough-data": "not enough data",
};

/** One line a coin, in the window that a note on it would lead with. */
function table(found: Scan, benchmark: string): string {
  const {asOf, rows} = found;
  const lines = leadingRows(found);
  const tests = rows.filter(({p}) => p !== null).length;
  const heading = [
    "coin",
    "symbol",
    "verdict",
    "days",
    "rank corr.",
    "by",
    "since",
    "p",
    "adj. p",
    "news",
  ];
  const cells = lines.map(row => [
    row.asset,
    row.symbol,
    verdicts[row.verdict],
    String(row.window),
    row.rho === null ? "–" : `${two(row.baselineRho!)} → ${two(row.rho)}`,
    row.rho === null ? "–" : signed(row.rho - row.baselineRho!),
    row.since ?? "–",
    pText(row.p),
    pText(row.adjustedP),
    two(row.newsworthiness),
  ]);
  const widths = heading.map((text, i) =>
    Math.max(text.length, ...cells.map(line => line[i]!.length)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => (i < 3 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  const head =
    `Dependence on ${benchmark} as of ${asOf}: ${found.universe} coins, ${tests} tests, ` +
    "p adjusted for all of them and for what they share\n";
  const changed = lines.some(({verdict}) => verdict === "weakened" || verdict === "strengthened");
  const moral = changed
    ? ""
    : "No change passes the adjusted test at 5 %: the order says where to look first, not what was found.\n";
  return `${head}${[heading, ...cells].map(line).join("\n")}\n${moral}${leftOutText(found)}`;
}

function leftOutText({leftOut, faults}: Scan): string {
  const reasons = Map.groupBy(leftOut, ({reason}) =>
    reason.replace(/closes end on .*/, "whose closes end earlier"),
  );
  const parts = [...reasons]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, coins]) => `${coins.length} ${reason}`);
  const prints = [...faults.values()].reduce((a, b) => a + b, 0);
  return (
    (parts.length ? `Left out: ${parts.join(", ")}.\n` : "") +
    (prints ? `Faults of the feed left out: ${prints} prints of ${faults.size} coins.\n` : "")
  );
}

const two = (value: number) => (Math.abs(value) < 0.005 ? 0 : value).toFixed(2);
const signed = (value: number) => (value > 0 ? "+" : "") + two(value);

function pText(p: number | null): string {
  if (p === null) return "–";
  return p < 0.001 ? p.toExponential(0) : p.toFixed(3);
}
