import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {chance} from "../stats/random.ts";
import {
  both,
  carried,
  type Disturbed,
  hurry,
  type KillRoom,
  nothing,
  onTheWay,
  ordered,
  readBack,
  type Toll,
  toll,
} from "./killRoom.ts";
import {fleetOf, type Publisher} from "./publisherFleet.ts";

// kill -9 of those who publish, at each step and at random, whatever the target.

/** Hears of each kill, and of what was found wrong after it. */
export type Told = (line: string) => void;

export interface KillToll extends Toll {
  readonly kills: number;
  readonly seconds: number;
  /** Where it died, in the order of the protocol. */
  readonly points: readonly string[];
}

/** A publisher that is left alone carries all that is left to its end, and reads what nobody has read. */
async function finish(room: KillRoom, calm: Publisher): Promise<void> {
  calm.publish();
  await carried(room);
  await readBack(room);
  await calm.rest();
}

/** A note for each point that a publisher comes by; the publisher is killed there, and another goes on. */
export async function killAtEachStep(
  room: KillRoom,
  at: Disturbed,
  {from = 1, most = 1000, told = () => {}}: {from?: number; most?: number; told?: Told} = {},
): Promise<KillToll> {
  const began = performance.now();
  await using fleet = fleetOf(room, at);
  const calm = await fleet.next();
  const points: string[] = [];
  let all = nothing;
  for (let dieAt = from; dieAt < from + most; dieAt++) {
    const draft = await ordered(room, at);
    const doomed = await fleet.next();
    doomed.publish(dieAt);
    const over = await Promise.race([
      doomed.ended.then(() => true),
      carried(room).then(() => false),
    ]);
    const death = doomed.said.find(({kind}) => kind === "dies");
    await doomed.kill();
    await finish(room, calm);
    const found = await toll(room, at, [draft]);
    all = both(all, found);
    const how = over && death ? String(death.at) : "it came to its end";
    told([`${dieAt}. ${how}`, ...found.lost, ...found.wrong].join("\n"));
    if (!over || !death) break;
    points.push(how);
  }
  await calm.kill();
  return {...all, points, kills: points.length, seconds: secondsSince(began)};
}

export interface RandomCampaign {
  readonly kills: number;
  readonly seed: number;
  /** A publisher lives so long at most, once it is there. */
  readonly longestMs: number;
  readonly told?: Told;
}

/** So many are on their way at least, so that whoever dies has something in hand. */
const inHand = 4;

/** Two publishers at once, of which one or the other is killed at random instants while there is work. */
export async function killAtRandom(
  room: KillRoom,
  at: Disturbed,
  {kills, seed, longestMs, told = () => {}}: RandomCampaign,
): Promise<KillToll> {
  const began = performance.now();
  const random = chance(seed).uniform;
  const drafts: string[] = [];
  await using fleet = fleetOf(room, at);
  const anew = async () => {
    const one = await fleet.next();
    one.publish();
    return one;
  };
  const publishers = kills === 0 ? [] : [await anew(), await anew()];
  for (let kill = 0; kill < kills; kill++) {
    const k = Math.floor(random() * publishers.length);
    while ((await onTheWay(room)) < inHand) drafts.push(await ordered(room, at));
    await hurry(room);
    await sleep(random() * longestMs);
    await publishers[k]?.kill();
    told(`kill ${kill + 1} of ${kills}, ${drafts.length} notes`);
    publishers[k] = await anew();
  }
  const [calm, other] = publishers;
  await other?.rest();
  await other?.kill();
  await calm?.rest();
  if (calm) await finish(room, calm);
  await calm?.kill();
  const found = await toll(room, at, drafts);
  for (const line of [...found.lost, ...found.wrong]) told(line);
  return {...found, points: [], kills, seconds: secondsSince(began)};
}

export interface StealingCampaign {
  readonly notes: number;
  readonly seed: number;
  /** So long a publisher keeps a note at most. */
  readonly longestMs: number;
  readonly told?: Told;
}

/** Two publishers that live, of which each is taken for dead again and again while it is at work. */
export async function takeAtRandom(
  room: KillRoom,
  at: Disturbed,
  {notes, seed, longestMs, told = () => {}}: StealingCampaign,
): Promise<KillToll> {
  const began = performance.now();
  const random = chance(seed).uniform;
  const drafts: string[] = [];
  await using fleet = fleetOf(room, at);
  const publishers = notes === 0 ? [] : [await fleet.next(), await fleet.next()];
  for (const one of publishers) one.publish();
  let kills = 0;
  while (drafts.length < notes || (await onTheWay(room)) > inHand / 2) {
    while (drafts.length < notes && (await onTheWay(room)) < inHand)
      drafts.push(await ordered(room, at));
    await hurry(room);
    await sleep(random() * longestMs);
    const {numAffectedRows = 0n} = await sql`
      update assay.publications set lease_until = clock_timestamp() - interval '1 s'
      where id = (select id from assay.publications where state = 'sending'
        order by md5(id || ${random()}) limit 1)`.execute(room.store.db);
    kills += Number(numAffectedRows);
    told(`${kills} taken, ${drafts.length} of ${notes} notes`);
  }
  const [calm, other] = publishers;
  await other?.rest();
  await other?.kill();
  await calm?.rest();
  if (calm) await finish(room, calm);
  await calm?.kill();
  const found = await toll(room, at, drafts);
  for (const line of [...found.lost, ...found.wrong]) told(line);
  return {...found, points: [], kills, seconds: secondsSince(began)};
}

export const secondsSince = (began: number): number =>
  Math.round((performance.now() - began) / 1000);
