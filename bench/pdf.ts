import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {findBrowser, type Printer, withBrowser} from "../src/render/browser.ts";
import {renderPdf} from "../src/render/pdf.ts";
import {asFolder, ourHtml, plainHtml, properties, rawHtml} from "./note.ts";
import {
  atLeast,
  atMost,
  type Contender,
  type Goal,
  inPairs,
  median,
  ratio,
  readOptions,
  report,
  rounded,
  type Section,
  section,
  type Times,
} from "./pairs.ts";
import {installPeers, jsreport, type Launch, mdToPdf} from "./peers.ts";
import {children, childrenMegabytes, cpuSeconds, endChildren} from "./processes.ts";
import {openPuppeteer, printOnce} from "./puppeteer.ts";

const {json, quick} = readOptions();
const root = fileURLToPath(new URL("../", import.meta.url));
const sections: Section[] = [];
const goals: Goal[] = [];

installPeers();
const {executable, version} = await findBrowser();
// Their browser is ours, without a sandbox only where ours has none.
const launch: Launch = {
  executablePath: executable,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--font-render-hinting=none",
    "--disable-gpu",
  ],
};

console.error("warm notes …");
await warm("like that of performance.md", 0, "warm note, tagged");
await warm("with evidence of 90 figures", 90, "warm note with evidence");
console.error("throughput …");
await throughput();
console.error("cold starts …");
await cold();
console.error("memory …");
await memory();
report(sections, goals, json);

async function warm(title: string, rows: number, goal: string): Promise<void> {
  const folder = asFolder(rows);
  const page = await openPuppeteer(launch, 1);
  const pool = await jsreport(launch, 1);
  const times = await withBrowser(async printer => {
    const ready = await ourHtml(rows);
    const contenders: Contender[] = [
      {name: "puppeteer, page reused", run: async () => page.print(await rawHtml(rows))},
      {name: "Assay", run: () => ours(rows, printer)},
      {name: "Assay, printing alone", run: () => printer.print(ready)},
      {name: "plain marked + puppeteer", run: () => page.print(plainHtml(rows))},
      {name: "a browser for each note", run: async () => printOnce(launch, await rawHtml(rows))},
      {name: "jsreport, pool of 1", run: async () => pool.render(await rawHtml(rows))},
      {
        name: "md-to-pdf",
        run: () => mdToPdf()({path: folder.path}, {launch_options: launch, basedir: folder.folder}),
      },
    ];
    return inPairs(contenders, quick ? 3 : 15);
  });
  await Promise.all([page.close(), pool.close()]);
  endChildren();
  folder.remove();
  sections.push(section(`A warm note, ${title} (${version})`, times));
  goals.push(
    atMost(
      `${goal}: printing alone to puppeteer`,
      0.62,
      ratio(times, "Assay, printing alone", "puppeteer, page reused"),
    ),
  );
}

async function ours(rows: number, printer: Printer): Promise<Uint8Array> {
  return renderPdf(await ourHtml(rows), properties, printer);
}

async function throughput(): Promise<void> {
  const notes = quick ? 6 : 16;
  const cpu = new Map<string, number[]>();
  const page = await openPuppeteer(launch, 1);
  const two = await openPuppeteer(launch, 2);
  const pool = await jsreport(launch, 2);
  const all = (name: string, lanes: number, make: () => Promise<unknown>): Contender => ({
    name,
    async run() {
      const before = cpuSeconds();
      let left = notes;
      const lane = async () => {
        while (left-- > 0) await make();
      };
      await Promise.all(Array.from({length: lanes}, lane));
      cpu.set(name, [...(cpu.get(name) ?? []), (cpuSeconds() - before) / notes]);
    },
  });
  const times = await withBrowser(one =>
    withBrowser(
      pair =>
        inPairs(
          [
            all("puppeteer, 2 pages", 2, async () => two.print(await rawHtml(0))),
            all("puppeteer, 1 page", 1, async () => page.print(await rawHtml(0))),
            all("Assay, 2 pages", 2, () => ours(0, pair)),
            all("Assay, 1 page", 1, () => ours(0, one)),
            all("jsreport, pool of 2", 2, async () => pool.render(await rawHtml(0))),
          ],
          quick ? 2 : 7,
        ),
      {pages: 2},
    ),
  );
  await Promise.all([page.close(), two.close(), pool.close()]);
  endChildren();
  addThroughput(times, cpu, notes);
}

function addThroughput(times: Times, cpu: ReadonlyMap<string, number[]>, notes: number): void {
  const rate = (name: string) => notes / (median(times.get(name)!) / 1000);
  const bound = (name: string) => availableParallelism() / median(cpu.get(name)!.slice(1));
  sections.push({
    title: `Throughput on ${availableParallelism()} cores`,
    rows: [...times.keys()].map(name => ({
      name,
      "notes a second": rounded(rate(name)),
      "CPU seconds a note": rounded(median(cpu.get(name)!.slice(1))),
      "of the CPU bound": rounded(rate(name) / bound(name)),
      rounds: times.get(name)!.length,
    })),
  });
  const two = rate("Assay, 2 pages");
  goals.push(
    atLeast("throughput: to puppeteer with 2 pages", 1.4, two / rate("puppeteer, 2 pages")),
    atLeast("throughput: to jsreport's pool of 2", 2.3, two / rate("jsreport, pool of 2")),
    atLeast("throughput: of the CPU bound", 0.9, two / bound("Assay, 2 pages")),
  );
}

async function cold(): Promise<void> {
  const folder = asFolder(0);
  const out = join(folder.folder, "out.pdf");
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {cwd: root, stdio: ["ignore", "ignore", "inherit"]});
  const contenders: Contender[] = [
    {
      name: "md-to-pdf",
      run: () => run("bench/cold/mdToPdf.ts", folder.path, out, JSON.stringify(launch)),
    },
    {name: "Assay, Markdown to PDF", run: () => run("bench/cold/assay.ts", folder.path, out)},
  ];
  const times = await inPairs(contenders, quick ? 2 : 11);
  folder.remove();
  sections.push(section("Cold: the whole process", times));
  goals.push(
    atMost("cold note: to md-to-pdf", 0.35, ratio(times, "Assay, Markdown to PDF", "md-to-pdf")),
  );
}

async function memory(): Promise<void> {
  const notes = quick ? 100 : 1_000;
  const step = notes / 10;
  const sizes: {browser: number; own: number}[] = [];
  const bytes = new Set<string>();
  const before = children();
  await withBrowser(async printer => {
    for (let done = 1; done <= notes; done += 1) {
      bytes.add(
        createHash("sha256")
          .update(await ours(0, printer))
          .digest("hex"),
      );
      if (done % step === 0)
        sizes.push({browser: childrenMegabytes(), own: process.memoryUsage().rss / 2 ** 20});
    }
  });
  sections.push({
    title: `Memory over ${notes} notes, MB`,
    rows: sizes.map(({browser, own}, index) => ({
      notes: (index + 1) * step,
      browser: Math.round(browser),
      "own process": Math.round(own),
    })),
  });
  const half = (from: number) =>
    median(sizes.slice(from, from + 5).map(size => size.browser + size.own));
  goals.push(
    atMost("memory: second half of the notes to the first", 1.05, half(5) / half(0)),
    atMost("memory: processes left", 0, children() - before),
    atMost("different PDFs of the same note", 1, bytes.size),
  );
}
