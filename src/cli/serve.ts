import {setTimeout as sleep} from "node:timers/promises";
import type {Project} from "../config/project.ts";
import {openLog, secretsOf} from "../desk/log.ts";
import {openMetrics} from "../desk/metrics.ts";
import {standing} from "../desk/services/standing.ts";
import {enter, type Presence} from "../jobs/presence.ts";
import {ExpectedError} from "../model/errors.ts";
import type {Log} from "../model/log.ts";
import {sourceKinds} from "../model/source.ts";
import {generator} from "../version.ts";
import {type Newsroom, openNewsroom, type StoreOptions} from "./newsroom.ts";
import {openRoom, type Room, type RoomWish, secretNames} from "./room.ts";
import {projectOf} from "./settings.ts";
import {openSignals} from "./signals.ts";

export interface ServeOptions extends StoreOptions {
  readonly concurrency: number;
  /** Seconds that tasks in hand have when the process is to stop. */
  readonly grace: number;
}

/** What differs between the processes of the newsroom. */
export interface Service {
  readonly plans: boolean;
  /** One person writes and approves at it. */
  readonly solo: boolean;
  /** Takes a line of the log; stderr where there is none. */
  readonly writeLog?: (line: string) => void;
  /** Looks at the configuration, and does what its reading takes. */
  prepare(project: Project, newsroom: Newsroom, log: Log): Promise<RoomWish["receivers"]>;
  /** Takes what it needs of the machine; `room` is the newest, undefined until the first is open. */
  open(room: () => Room | undefined, log: Log): Promise<Entrance>;
}

/** How others come in. */
export interface Entrance {
  /** Says to whoever started it that all is there. */
  opened(newsroom: Newsroom): Promise<void>;
  close(graceMs: number): Promise<void>;
}

/** Runs until it is told to stop, and reads the configuration anew when it is told to. */
export async function serveNewsroom(options: ServeOptions, service: Service): Promise<number> {
  const log = openLog({
    write: service.writeLog ?? (line => process.stderr.write(line)),
    secrets: secretsOf(process.env, secretNames(await projectOf(options))),
  });
  const signals = openSignals();
  const {concurrency, grace} = options;
  const graceMs = grace * 1000;
  await using newsroom = await openNewsroom(options, notice => log.info({}, notice));
  let {project} = newsroom;
  const metrics = openMetrics({
    schedules: () => project.schedules.map(({name}) => name),
    sources: sourceKinds,
    standing: () => standing(newsroom.store.db),
  });
  let room: Room | undefined;
  const entrance = await service.open(() => room, log);
  const left: Promise<unknown>[] = [];
  let presence: Presence | undefined;
  try {
    // Whoever finds no place to listen has changed nothing yet.
    const receivers = await service.prepare(project, newsroom, log);
    const [, version = ""] = generator.split(" ");
    presence = await enter(newsroom.store, {version, concurrency});
    const {plans, solo} = service;
    const common = {newsroom, log, metrics, concurrency, presence, plans, solo};
    room = openRoom({...common, project, receivers});
    await entrance.opened(newsroom);
    while ((await signals.next()) === "reload")
      try {
        const read = await projectOf(options);
        const receivers = await service.prepare(read, newsroom, log);
        project = read;
        await room.leave();
        left.push(room.stop(graceMs));
        room = openRoom({...common, project, receivers});
        log.info({}, "the configuration was read anew");
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        log.error({error}, "the configuration cannot be used, and what held before goes on");
      }
    const inHand = room.inHand();
    log.info({seconds: grace, inHand}, "it stops: nothing new is taken");
    if (inHand.length > 0)
      process.stdout.write(
        `it stops once these are done, in ${grace} s at most: ${inHand.join(", ")}; Ctrl-C again ends it at once\n`,
      );
    await presence.leaving();
    return 0;
  } finally {
    // What is being told to somebody may take longer, and is told again by the next.
    const leaving = Promise.race([room?.leave(), sleep(graceMs, undefined, {ref: false})]);
    await Promise.all([entrance.close(graceMs), room?.stop(graceMs), leaving, ...left]);
    await presence?.left();
    signals.close();
    if (room) log.info({}, "it has stopped");
    // What was handed back may still be under way here.
    setTimeout(() => process.exit(), 1000).unref();
  }
}
