import {parseArgs} from "node:util";
import {reviewRoom} from "../test/desk/reviewRoom.ts";
import {locals} from "../test/publish/disturbedLocals.ts";
import {disturbing, publishOver} from "../test/publish/networks.ts";
import {disturbedGhost, disturbedWordPress} from "../test/publish/realBlogs.ts";
import {startFaultyProxy} from "../test/servers/faultyProxy.ts";
import {startGhost} from "../test/servers/ghost.ts";
import {startWordPress} from "../test/servers/wordpress.ts";
import {chance} from "../test/stats/random.ts";
import {atMost, report} from "./pairs.ts";

/** What becomes of notes whose calls are lost, cut, delayed and doubled, and answered with errors. */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    at: {type: "string", default: Object.keys(locals).join()},
    notes: {type: "string", default: "200"},
    part: {type: "string", default: "0.05"},
    minutes: {type: "string", default: "60"},
    seed: {type: "string", default: "1"},
  },
});
const told = (line: string) => process.stderr.write(`${line}\n`);
await using kept = new AsyncDisposableStack();
// Servers of other programs would go on.
process.once("SIGTERM", async () => {
  await kept.disposeAsync();
  process.exit(1);
});
const {uniform: random} = chance(Number(values.seed));
const part = Number(values.part);
const rows = [];
const [lost, wrong]: [string[], string[]] = [[], []];
for (const name of values.at.split(",")) {
  const room = await reviewRoom();
  kept.defer(room.close);
  const {at, network} = await opened(name);
  const found = await publishOver(room, at, network, {
    notes: Number(values.notes),
    longestMs: Number(values.minutes) * 60_000,
    told: line => told(`${name}: ${line}`),
  });
  lost.push(...found.lost);
  wrong.push(...found.wrong);
  const {notes, broken, again, asked, seconds} = found;
  const row = {name, notes, broken, again, asked, seconds};
  rows.push({...row, lost: found.lost.length, wrong: found.wrong.length});
  told(JSON.stringify(rows.at(-1)));
}
report(
  [{title: "notes over a network that loses, cuts, delays and doubles", rows}],
  [
    atMost("notes that are not published and read back in the end", 0, lost.length),
    atMost("doubles, leftovers and halves", 0, wrong.length),
  ],
  values.json,
);

/** A real blog, or one of our servers. */
async function opened(name: string) {
  const local = locals[name];
  if (local) return local(kept, {random, part, timeoutMs: 3000});
  const isGhost = name === "ghost";
  const server = kept.use(await (isGhost ? startGhost() : startWordPress()));
  const proxy = kept.use(await startFaultyProxy(server.url));
  const way = {url: proxy.url, timeoutMs: 10_000};
  const at = "adminKey" in server ? disturbedGhost(server, way) : disturbedWordPress(server, way);
  return {at, network: disturbing(proxy, {random, part, timeoutMs: way.timeoutMs})};
}
