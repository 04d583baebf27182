import {setTimeout as sleep} from "node:timers/promises";
import type {FaultyLine} from "../servers/faultyLine.ts";
import type {Fault, FaultyProxy} from "../servers/faultyProxy.ts";
import {secondsSince, type Told} from "./killing.ts";
import {
  carried,
  type Disturbed,
  hurry,
  type KillRoom,
  onTheWay,
  orderAgain,
  ordered,
  readBack,
  type Toll,
  toll,
} from "./killRoom.ts";
import {fleetOf} from "./publisherFleet.ts";

// Notes that are published over networks that lose, cut, delay and double.

/** What stands between publishers and a target. */
export interface Network {
  /** How often it has disturbed. */
  readonly broken: () => number;
  /** From now on it disturbs nothing, and what was held back arrives. */
  calm(): Promise<void>;
}

export interface NetworkToll extends Toll {
  readonly broken: number;
  /** How often a person had to give the same order again. */
  readonly again: number;
  readonly seconds: number;
}

export interface NetworkCampaign {
  readonly notes: number;
  /** From then on it is calm. */
  readonly longestMs?: number;
  readonly told?: Told;
}

const inHand = 4;

/** Publishes notes, a few at a time, and gives the same order again for what is refused. */
export async function publishOver(
  room: KillRoom,
  at: Disturbed,
  network: Network,
  {notes, longestMs = 3_600_000, told = () => {}}: NetworkCampaign,
): Promise<NetworkToll> {
  const began = performance.now();
  const drafts: string[] = [];
  await using fleet = fleetOf(room, at, {leaseMs: 10_000});
  const publisher = await fleet.next();
  publisher.publish();
  let again = 0;
  const until = began + longestMs;
  while (performance.now() < until && (drafts.length < notes || (await onTheWay(room)) > 0)) {
    while (drafts.length < notes && (await onTheWay(room)) < inHand) {
      drafts.push(await ordered(room, at));
      if (drafts.length % 10 === 0)
        told(`${drafts.length} of ${notes} notes, ${network.broken()} calls disturbed`);
    }
    again += await orderAgain(room, at);
    await hurry(room);
    await sleep(50);
  }
  const broken = network.broken();
  await network.calm();
  again += await orderAgain(room, at);
  await carried(room);
  // As it is some minutes later: what has come late is tidied, and what was not read is read.
  await readBack(room, {all: true, ms: 600_000});
  await publisher.rest();
  await publisher.kill();
  for (const line of publisher.said)
    if (/bug/.test(String(line.message))) told(JSON.stringify(line));
  const found = await toll(room, at, drafts);
  for (const line of [...found.lost, ...found.wrong]) told(line);
  return {...found, broken, again, seconds: secondsSince(began)};
}

/** How a network disturbs. */
export interface Disturbance {
  readonly random: () => number;
  /** Of calls. */
  readonly part: number;
  /** After which a call is given up. */
  readonly timeoutMs: number;
}

/** Each call is disturbed with some chance, in one way or another. */
export function disturbing(proxy: FaultyProxy, {random, part, timeoutMs}: Disturbance): Network {
  let broken = 0;
  const html = "<!DOCTYPE html><html><title>Back soon</title><p>We are mending.</p></html>";
  const page = {"content-type": "text/html"};
  const faults: readonly Fault[] = [
    "lost",
    "unanswered",
    "cut",
    "doubled",
    "late",
    {delayMs: 400},
    {delayMs: timeoutMs + 500},
    {status: 502, headers: page, body: html},
    {status: 429, headers: {"retry-after": "1"}},
    {status: 200, headers: page, body: html},
  ];
  proxy.fault = () => {
    if (random() > part) return undefined;
    broken += 1;
    return faults[Math.floor(random() * faults.length)];
  };
  const arriving = setInterval(() => void proxy.arrive().catch(() => {}), 1500);
  return {
    broken: () => broken,
    async calm() {
      clearInterval(arriving);
      proxy.fault = () => undefined;
      await sleep(timeoutMs + 1000);
      await proxy.arrive();
    },
  };
}

/** The same of connections, which are cut anywhere. */
export function cutting(line: FaultyLine, {random, part, timeoutMs}: Disturbance): Network {
  let broken = 0;
  line.fault = () => {
    if (random() > part) return undefined;
    broken += 1;
    if (random() < 0.2) return {delayMs: random() < 0.5 ? 100 : timeoutMs + 500};
    // Of a mail the most is its data: what is said around it is a few hundred bytes.
    const after = random() < 0.5 ? "client" : "server";
    return {after, bytes: Math.floor(random() ** 3 * (after === "client" ? 500_000 : 700))};
  };
  return {
    broken: () => broken,
    async calm() {
      line.fault = () => undefined;
    },
  };
}
