import {parseArgs} from "node:util";
import {reviewRoom} from "../test/desk/reviewRoom.ts";
import {disturbedBlog} from "../test/publish/disturbedBlog.ts";
import {disturbedFiles, repositories} from "../test/publish/disturbedFiles.ts";
import {disturbedSite, siteFolder} from "../test/publish/disturbedSite.ts";
import {killAtEachStep, killAtRandom, takeAtRandom} from "../test/publish/killing.ts";
import {disturbedGhost, disturbedWordPress} from "../test/publish/realBlogs.ts";
import {startBlogServer} from "../test/servers/blogServer.ts";
import {startGhost} from "../test/servers/ghost.ts";
import {startWordPress} from "../test/servers/wordpress.ts";
import {atMost, report} from "./pairs.ts";

/** What kill -9 of publishers costs: at each step of the protocol, and at random instants. */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    at: {type: "string", default: "blog"},
    kills: {type: "string", default: "100"},
    from: {type: "string", default: "1"},
    most: {type: "string", default: "1000"},
    taken: {type: "string", default: "20"},
    longest: {type: "string", default: "1500"},
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
const room = await reviewRoom();
kept.defer(room.close);
const at = await opened(values.at);
const steps = await killAtEachStep(room, at, {
  from: Number(values.from),
  most: Number(values.most),
  told,
});
const random = await killAtRandom(room, at, {
  kills: Number(values.kills),
  seed: Number(values.seed),
  longestMs: Number(values.longest),
  told,
});
const taken = await takeAtRandom(room, at, {
  notes: Number(values.taken),
  seed: Number(values.seed),
  longestMs: Number(values.longest),
  told,
});
const tolls = {"at each step": steps, "at random": random, "alive, taken for dead": taken};
const count = (what: "lost" | "wrong") => Object.values(tolls).flatMap(toll => toll[what]).length;
report(
  [
    {
      title: `kill -9 of publishers at ${values.at}`,
      rows: Object.entries(tolls).map(([name, {kills, notes, seconds}]) => ({
        name,
        kills,
        notes,
        seconds,
      })),
    },
  ],
  [
    atMost("notes that are not published and read back in the end", 0, count("lost")),
    atMost("doubles, leftovers and halves", 0, count("wrong")),
  ],
  values.json,
);

/** The test's own blog, or a real target. */
async function opened(name: string) {
  switch (name) {
    case "ghost":
      return disturbedGhost(kept.use(await startGhost()));
    case "wordpress":
      return disturbedWordPress(kept.use(await startWordPress()));
    case "files":
      return disturbedFiles(kept.use(repositories()));
    case "site":
      return disturbedSite(kept.use(siteFolder()));
    default:
      return disturbedBlog(kept.use(await startBlogServer()));
  }
}
