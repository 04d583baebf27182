import type {Project} from "../config/project.ts";
import {openLog, secretsOf} from "../desk/log.ts";
import {openMetrics} from "../desk/metrics.ts";
import {standing} from "../desk/services/standing.ts";
import {enter} from "../jobs/presence.ts";
import {ExpectedError} from "../model/errors.ts";
import type {Log} from "../model/log.ts";
import {sourceKinds} from "../model/source.ts";
import {generator} from "../version.ts";
import {type Newsroom, openNewsroom, type StoreOptions} from "./newsroom.ts";
import type {Leaving, Room, RoomWish} from "./room.ts";
import {openRoom, secretNames} from "./room.ts";
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
  /** Looks at the configuration, and does what its reading takes. */
  prepare(project: Project, newsroom: Newsroom, log: Log): Promise<RoomWish["receivers"]>;
  /** Once the room is open; gives what closes it. `room` is the newest. */
  open(room: () => Room, log: Log): Promise<(graceMs: number) => Promise<void>>;
}

/** Runs until it is told to stop, and reads the configuration anew when it is told to. */
export async function serveNewsroom(options: ServeOptions, service: Service): Promise<number> {
  const log = openLog({
    write: line => process.stderr.write(line),
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
  const common = {newsroom, log, metrics, concurrency, plans: service.plans};
  const receivers = await service.prepare(project, newsroom, log);
  const [, version = ""] = generator.split(" ");
  const presence = await enter(newsroom.store, {version, concurrency});
  let room = openRoom({...common, project, receivers, presence});
  const left: Promise<unknown>[] = [];
  try {
    const close = await service.open(() => room, log);
    while ((await signals.next()) === "reload")
      try {
        const read = await projectOf(options);
        const receivers = await service.prepare(read, newsroom, log);
        project = read;
        const before: Leaving = await room.leave();
        room = openRoom({...common, project, receivers, presence});
        left.push(before.stop(graceMs));
        log.info({}, "the configuration was read anew");
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        log.error({error}, "the configuration cannot be used, and what held before goes on");
      }
    log.info({seconds: grace}, "it stops: nothing new is taken");
    await presence.leaving();
    await Promise.all([close(graceMs), room.leave().then(one => one.stop(graceMs)), ...left]);
    log.info({}, "it has stopped");
    return 0;
  } catch (error) {
    await room.leave().then(one => one.stop(0));
    throw error;
  } finally {
    await presence.left();
    signals.close();
  }
}
