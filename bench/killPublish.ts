import {parseArgs} from "node:util";
import {reviewRoom} from "../test/desk/reviewRoom.ts";
import {blogKilling} from "../test/publish/blogKilling.ts";
import {type KillToll, killAtEachStep, killAtRandom} from "../test/publish/killing.ts";
import {ghostKilling, wordpressKilling} from "../test/publish/realBlogs.ts";
import {startBlogServer} from "../test/servers/blogServer.ts";
import {type Fault, startFaultyProxy} from "../test/servers/faultyProxy.ts";
import {startGhost} from "../test/servers/ghost.ts";
import {startWordPress} from "../test/servers/wordpress.ts";
import {chance} from "../test/stats/random.ts";
import {atMost, report} from "./pairs.ts";

/** What kill -9 of publishers costs: at each step, at random, and with a network that cuts, delays and doubles. */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    at: {type: "string", default: "blog"},
    kills: {type: "string", default: "100"},
    faulty: {type: "string", default: "40"},
    steps: {type: "boolean", default: true},
    seed: {type: "string", default: "1"},
  },
  allowNegative: true,
});
const told = (line: string) => process.stderr.write(`${line}\n`);
const seed = Number(values.seed);
const room = await reviewRoom();
await using blog = await started(values.at);
await using proxy = await startFaultyProxy(blog.url);
const random = chance(seed).uniform;
const faults: readonly Fault[] = ["lost", "unanswered", "cut", "doubled", "late", {delayMs: 400}];
const telling = ({killing, ...one}: ReturnType<typeof blog.killing>) => ({
  ...one,
  killing: {...killing, told},
});
const plain = telling(blog.killing());
const faulty = telling(blog.killing(proxy.url));
try {
  const steps = await killAtEachStep(room, plain.killing, plain.targets, {
    most: values.steps ? 1000 : 0,
  });
  const campaign = {seed, longestMs: 300};
  const any = await killAtRandom(room, plain.killing, plain.targets, {
    ...campaign,
    kills: Number(values.kills),
  });
  let broken = 0;
  proxy.fault = () => {
    if (random() > 0.15) return undefined;
    broken += 1;
    return faults[Math.floor(random() * faults.length)];
  };
  const arriving = setInterval(() => void proxy.arrive(), 700);
  const network = await killAtRandom(room, faulty.killing, faulty.targets, {
    ...campaign,
    kills: Number(values.faulty),
  });
  clearInterval(arriving);
  const rowOf = (name: string, {kills, notes, seconds}: KillToll) => ({
    name,
    kills,
    notes,
    seconds,
  });
  const all = [steps, any, network];
  for (const what of all.flatMap(({lost, wrong}) => [...lost, ...wrong])) console.error(what);
  report(
    [
      {
        title: `kill -9 of publishers at ${values.at}`,
        rows: [
          rowOf("at each step", steps),
          rowOf("at random", any),
          {...rowOf("at random, faulty network", network), broken},
        ],
      },
    ],
    [
      atMost("notes that are not published in the end", 0, all.flatMap(({lost}) => lost).length),
      atMost("doubles, leftovers and halves", 0, all.flatMap(({wrong}) => wrong).length),
    ],
    values.json,
  );
} finally {
  await room.close();
}

/** The test's own blog, or a real one. */
async function started(at: string) {
  switch (at) {
    case "ghost": {
      const server = await startGhost();
      return {...server, killing: (url?: string) => ghostKilling(server, url)};
    }
    case "wordpress": {
      const server = await startWordPress();
      return {...server, killing: (url?: string) => wordpressKilling(server, url)};
    }
    default: {
      const server = await startBlogServer();
      return {...server, killing: (url?: string) => blogKilling(server, url)};
    }
  }
}
