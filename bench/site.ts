import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type House, plainHouse} from "../src/model/house.ts";
import type {Release} from "../src/publish/release.ts";
import {shelve} from "../src/publish/site/shelve.ts";
import {siteStyle} from "../src/publish/site/style.ts";
import {releaseOf, type SampleNote, sampleNotes} from "../test/publish/releases.ts";

// A site of many notes, made at once, then by one more, then in another form: time, processor time, memory. The notes are
// those of the samples under other days and coins; each is read, checked and laid out for itself.

const {values} = parseArgs({
  options: {notes: {type: "string", default: "1000"}, json: {type: "boolean", default: false}},
});
const count = Number(values.notes);
const names = Object.keys(sampleNotes) as SampleNote[];
const samples = await Promise.all(names.map(releaseOf));
const folder = mkdtempSync(join(tmpdir(), "assay-site-"));
const styleOf = (house: House) =>
  siteStyle({house, url: "https://notes.example", main: "en", templates: undefined});
const style = await styleOf(plainHouse);

/** The i-th note: every coin once a day, the days before one another. */
function noteOf(i: number): Release {
  const sample = samples[i % samples.length] as Release;
  const coin = `coin-${Math.floor(i / 3) % 40}`;
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(i / 120))).toISOString().slice(0, 10);
  const asset = {id: coin, name: `Coin ${coin.slice(5)}`, symbol: `C${coin.slice(5)}`};
  const locale = sample.about.locale;
  const id = `${day}-${coin}${i % 3 === 1 ? "-evening" : ""}${locale === "en" ? "" : `-${locale}`}`;
  const asOf = `${day}T07:30:00Z`;
  return {
    ...sample,
    id,
    about: {...sample.about, id, asset, asOf, tags: [asset.symbol, asset.name]},
    publishedAt: asOf,
    updatedAt: asOf,
    // The text is another's each time: nothing of it is remembered.
    text: sample.text.replace(/\n$/, `\n<!-- ${i} -->\n`),
  };
}

let peak = 0;
function* notes(): Generator<Release> {
  for (let i = 0; i < count; i++) {
    peak = Math.max(peak, process.memoryUsage.rss());
    if (i === Math.floor(count / 4)) quarter = peak;
    yield noteOf(i);
  }
}
let quarter = 0;

async function timed(use: () => Promise<unknown>) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await use();
  const {user, system} = process.cpuUsage(used);
  return {seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6};
}

try {
  const all = await timed(() => shelve(folder, style, notes()));
  const more = [];
  for (let i = 0; i < 5; i++)
    more.push(await timed(() => shelve(folder, style, [noteOf(count + i)])));
  more.sort((a, b) => a.seconds - b.seconds);
  const one = more[2];
  // Under another name of the house every page is made anew.
  const other = await styleOf({...plainHouse, name: "Another"});
  const anew = await timed(() => shelve(folder, other, []));
  const size = execFileSync("du", ["-sk", folder], {encoding: "utf8"}).split("\t")[0];
  const table = {
    notes: count,
    all,
    one,
    anew,
    quarterMb: quarter / 2 ** 20,
    peakMb: peak / 2 ** 20,
    siteMb: Number(size) / 1024,
  };
  console.log(table);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
