import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Format} from "../src/model/form.ts";
import {plainHouse} from "../src/model/house.ts";
import {findBrowser} from "../src/render/browser.ts";
import {withRenderer} from "../src/render/renderer.ts";
import {press, styleOf, write} from "../src/report.ts";
import {draftOf, snapshotOf, walk} from "../test/walk.ts";
import {asFolder} from "./note.ts";
import {
  atLeast,
  atMost,
  type Goal,
  inPairs,
  median,
  ratio,
  readOptions,
  report,
  rounded,
  type Section,
  section,
} from "./pairs.ts";
import {installPeers, type Launch} from "./peers.ts";
import {cpuSeconds, machineSeconds} from "./processes.ts";

/**
 * The whole walk, from a folder of data to a note with its PDF, on the simulated sample: warm, cold,
 * and many at once. CPU time is told beside the clock's, since what else the machine does changes
 * only the clock's; the bound is what all cores would reach if none of them ever waited or worked for anybody else.
 */
const {json, quick} = readOptions();
const root = fileURLToPath(new URL("../", import.meta.url));
const data = join(root, "samples/simulated");
const wish = {coin: "tessilith", source: "files", data, asOf: "2025-07-02T00:00:00Z"} as const;
const formats: readonly Format[] = ["md", "html", "pdf"];
const pages = 2;
/** Notes in work at once: while two are printed, others are thought out and drawn. */
const abreast = 4;

const sections: Section[] = [];
const goals: Goal[] = [];
const style = await styleOf({house: plainHouse});
const {order, snapshot} = await snapshotOf(wish);
const {draft} = await draftOf(wish);

console.error("cold …");
await cold();
await withRenderer({pdf: true, pages}, async renderer => {
  const whole = () => walk(wish, formats, renderer);
  const printing = () => press(draft, draft.markdown, style, formats, renderer);
  console.error("warm …");
  await warm(whole, printing);
  console.error("many …");
  await many(whole, printing);
});
report(sections, goals, json);

interface Spent {
  readonly ms: number;
  readonly own: number;
  readonly browser: number;
  readonly others: number;
}

/** Time by the clock, and CPU time of this process, of the browser's and of all others, in ms. */
async function spent(make: () => unknown): Promise<Spent> {
  const before = {
    at: performance.now(),
    own: process.cpuUsage(),
    ours: cpuSeconds(),
    all: machineSeconds(),
  };
  await make();
  const ms = performance.now() - before.at;
  const {user, system} = process.cpuUsage(before.own);
  const own = (user + system) / 1000;
  const ours = 1000 * (cpuSeconds() - before.ours);
  const all = 1000 * (machineSeconds() - before.all);
  return {ms, own, browser: Math.max(0, ours - own), others: Math.max(0, all - ours)};
}

function mediansOf(runs: readonly Spent[]): Spent {
  return {
    ms: median(runs.map(({ms}) => ms)),
    own: median(runs.map(({own}) => own)),
    browser: median(runs.map(({browser}) => browser)),
    others: median(runs.map(({others}) => others)),
  };
}

type Makers = Readonly<Record<string, () => unknown>>;

/** What each took, in turns, after some that warm the program up. */
async function inTurns(makers: Makers, rounds: number, warmUp: number) {
  const runs = new Map<string, Spent[]>(Object.keys(makers).map(name => [name, []]));
  const contenders = Object.entries(makers).map(([name, make]) => ({
    name,
    run: async () => runs.get(name)?.push(await spent(make)),
  }));
  await inPairs(contenders, rounds + warmUp);
  return new Map([...runs].map(([name, all]) => [name, all.slice(-rounds)]));
}

async function warm(whole: () => unknown, printing: () => unknown): Promise<void> {
  const makers = {
    "the whole walk with PDF": whole,
    "analysis, narrative and check": () => write(order, snapshot, style),
    "charts, page, picture and PDF": printing,
  };
  const runs = await inTurns(makers, quick ? 5 : 25, quick ? 3 : 10);
  sections.push({
    title: "A note in a warm process",
    rows: [...runs].map(([name, all]) => {
      const {ms, own, browser} = mediansOf(all);
      return {
        name,
        "median ms": rounded(ms),
        "fastest ms": rounded(Math.min(...all.map(one => one.ms))),
        "CPU ms, own": rounded(own),
        "CPU ms, browser": rounded(browser),
        runs: all.length,
      };
    }),
  });
  const walked = mediansOf(runs.get("the whole walk with PDF") ?? []);
  goals.push(atMost("whole walk with PDF, warm: ms", 120, walked.ms));
}

async function many(whole: () => unknown, printing: () => unknown): Promise<void> {
  const notes = quick ? 8 : 24;
  const digests = new Set<string>();
  const batch = (make: () => unknown) => async () => {
    let left = notes;
    const lane = async () => {
      while (left-- > 0) {
        const {files} = (await make()) as Awaited<ReturnType<typeof press>>;
        for (const [path, content] of files)
          digests.add(`${path} ${createHash("sha256").update(content).digest("hex")}`);
      }
    };
    await Promise.all(Array.from({length: abreast}, lane));
  };
  const makers = {"the whole walk with PDF": batch(whole), "printing alone": batch(printing)};
  const runs = await inTurns(makers, quick ? 2 : 7, 1);
  const cores = availableParallelism();
  const rows = [...runs].map(([name, all]) => {
    const {ms, own, browser} = mediansOf(all);
    const rate = (notes * 1000) / ms;
    const bound = (notes * 1000 * cores) / (own + browser);
    return {name, rate, bound, own: own / notes, browser: browser / notes, all};
  });
  sections.push({
    title: `Many notes: ${pages} pages, ${abreast} notes in work, ${cores} cores`,
    rows: rows.map(({name, rate, bound, own, browser, all}) => ({
      name,
      "notes a second": rounded(rate),
      "CPU ms a note, own": rounded(own),
      "CPU ms a note, browser": rounded(browser),
      "notes a second, CPU bound": rounded(bound),
      "of the CPU bound": rounded(rate / bound),
      "cores that others took": rounded(median(all.map(one => one.others / one.ms))),
      rounds: all.length,
    })),
  });
  for (const {name, rate, bound} of rows)
    goals.push(
      name === "printing alone"
        ? atLeast("printing: of the CPU bound", 0.9, rate / bound)
        : atLeast("notes a second, whole walk with PDF", 12, rate),
    );
  const paths = new Set([...digests].map(one => one.slice(0, one.indexOf(" "))));
  goals.push(atMost("different bytes of the same file", 1, digests.size / paths.size));
}

async function cold(): Promise<void> {
  installPeers();
  const {executable} = await findBrowser();
  const launch: Launch = {
    executablePath: executable,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  };
  const folder = asFolder(0);
  const out = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {cwd: root, stdio: ["ignore", "ignore", "inherit"]});
  const {coin, source, asOf} = wish;
  const note = ["note", coin, "--source", source, "--data", data, "--as-of", asOf];
  const pdf = join(folder.folder, "out.pdf");
  const times = await inPairs(
    [
      {
        name: "md-to-pdf",
        run: () => run("bench/cold/mdToPdf.ts", folder.path, pdf, JSON.stringify(launch)),
      },
      {
        name: "Assay, the whole walk",
        run: () => run("src/cli/main.js", ...note, "--out", out, "--force", "--quiet"),
      },
    ],
    quick ? 2 : 11,
  );
  folder.remove();
  rmSync(out, {recursive: true});
  sections.push(section("Cold: the whole process", times));
  goals.push(
    atMost("whole walk, cold: to md-to-pdf", 1, ratio(times, "Assay, the whole walk", "md-to-pdf")),
  );
}
