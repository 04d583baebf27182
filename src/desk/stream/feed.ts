import {setTimeout as sleep} from "node:timers/promises";
import type {Log} from "../../model/log.ts";
import {eventsAfter, lastSeq} from "../../store/events.ts";
import type {Store} from "../../store/open.ts";
import {type Change, changeOf} from "./change.ts";
import {Follower, type Following} from "./follower.ts";
import {listenTo} from "./listen.ts";
import {type RunStanding, standingsOf} from "./standings.ts";
import {underWay} from "./underWay.ts";

/** One look at the store for all who watch the desk. */
export interface Feed {
  /** From after the event of that number; from now without one. */
  follow(after?: number): Promise<Following>;
  close(): Promise<void>;
}

export interface FeedWish {
  readonly store: Pick<Store, "db" | "client">;
  readonly log: Pick<Log, "warn">;
  /** It looks at least so often while somebody watches: not every connection carries what is said. */
  readonly floorMs?: number;
}

/** What is further back is not told one by one: whoever watches asks for everything anew. */
const mostBehind = 500;
/** What happens within it is told together. */
const togetherMs = 25;
const atOnce = 500;

/** Looks while somebody watches, and leaves the store alone while nobody does. */
export function openFeed({store: {db, client}, log, floorMs = 2000}: FeedWish): Feed {
  const followers = new Set<Follower>();
  let looking: Promise<Looking> | undefined;
  let isClosed = false;

  async function look(): Promise<Looking> {
    let through = await lastSeq(db);
    let standings = await standingsOf(db, []);
    let sending = await underWay(db);
    const stopping = new AbortController();
    const {signal} = stopping;
    let woken = false;
    let wake = () => {};
    const listening = listenTo({
      client,
      channel: "assay_changed",
      woken() {
        woken = true;
        wake();
      },
    });

    /** Whether there may be more. */
    async function once(): Promise<boolean> {
      const events = await eventsAfter(db, through, atOnce);
      const ofRuns = events.filter(({kind}) => kind.startsWith("run."));
      const ids = new Set(ofRuns.map(({subject}) => subject));
      const found = await standingsOf(db, [...ids]);
      const moved = [...found.values()].filter(run => !ids.has(run.id) && differs(run));
      const changes = events.flatMap(event => changeOf(event, found) ?? []);
      // How far a note has come on its way out is told by no event.
      const goes = await underWay(db);
      const onward = [...goes].filter(([draft, how]) => sending.get(draft) !== how);
      through = events.at(-1)?.seq ?? through;
      standings = found;
      sending = goes;
      tell([...changes, ...moved.map(told), ...onward.map(([draft]) => going(draft))]);
      return events.length === atOnce;
    }
    const differs = (run: RunStanding) =>
      JSON.stringify(run) !== JSON.stringify(standings.get(run.id));

    async function run(): Promise<void> {
      let away = false;
      while (!signal.aborted) {
        try {
          woken = false;
          while (await once());
          away = false;
        } catch (error) {
          if (!away) log.warn({error}, "those who watch the desk are not told for now");
          away = true;
        }
        if (!woken || away) await pause();
        await sleep(togetherMs, undefined, {signal}).catch(() => {});
      }
    }
    const pause = () =>
      new Promise<void>(resolve => {
        const timer = setTimeout(resolve, floorMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signal.aborted) wake();
      });

    const ended = run();
    return {
      through: () => through,
      standings: () => [...standings.values()].map(told),
      async stop() {
        stopping.abort();
        wake();
        await Promise.all([listening.stop(), ended]);
      },
    };
  }

  const tell = (changes: readonly Change[]) => {
    for (const follower of followers) follower.add(changes);
  };

  /** The last to leave puts out the light. */
  const leave = async (follower: Follower) => {
    follower.end();
    if (!followers.delete(follower) || followers.size > 0) return;
    const last = looking;
    looking = undefined;
    await (await last?.catch(() => undefined))?.stop();
  };

  /** What they are told before all that comes after the look's last event, `at`. */
  async function missed(after: number | undefined, at: number): Promise<Beginning> {
    if (after === undefined) return {first: [{seq: at, event: "ready", data: {}}], after: at};
    // Another desk of the same store may have told more than we.
    const known = after <= at || after <= (await lastSeq(db));
    if (!known || at - after > mostBehind)
      return {first: [{seq: at, event: "reset", data: {}}], after: at};
    const events = (await eventsAfter(db, after, mostBehind)).filter(({seq}) => seq <= at);
    const runs = events.filter(({kind}) => kind.startsWith("run.")).map(({subject}) => subject);
    const found = await standingsOf(db, runs);
    return {
      first: events.flatMap(event => changeOf(event, found) ?? []),
      after: Math.max(after, at),
    };
  }

  return {
    async follow(after) {
      const follower = new Follower();
      followers.add(follower);
      try {
        looking ??= look();
        const {through, standings} = await looking;
        follower.hold();
        const beginning = await missed(after, through());
        follower.begin([...beginning.first, ...standings()], beginning.after);
        if (isClosed) await leave(follower);
      } catch (error) {
        await leave(follower);
        throw error;
      }
      return {next: ms => follower.next(ms), close: () => void leave(follower)};
    },
    async close() {
      isClosed = true;
      await Promise.all([...followers].map(leave));
    },
  };
}

interface Beginning {
  readonly first: readonly Change[];
  /** What comes later is after this event. */
  readonly after: number;
}

interface Looking {
  /** The number of the last event that was told. */
  readonly through: () => number;
  readonly standings: () => readonly Change[];
  stop(): Promise<void>;
}

const told = (run: RunStanding): Change => ({event: "run", data: run});
const going = (draft: string): Change => ({event: "draft", data: {id: draft, what: "sending"}});
