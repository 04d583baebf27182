import {randomUUID} from "node:crypto";
import type {Carrier} from "../../src/jobs/publishing/carry.ts";
import {carryOne, reachable} from "../../src/jobs/publishing/publisher.ts";
import {UsageError} from "../../src/model/errors.ts";
import {plainHouse} from "../../src/model/house.ts";
import type {Log} from "../../src/model/log.ts";
import type {Target} from "../../src/publish/target.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import type {Person, ReviewRoom} from "../desk/reviewRoom.ts";

export const quiet: Log = {info() {}, warn() {}, error() {}, child: () => quiet};

/** Targets of a test by their names. */
export function setOf(
  targets: Readonly<Record<string, Target>>,
  {homes = {}, zones = {}}: {homes?: Record<string, string>; zones?: Record<string, string>} = {},
): TargetSet {
  const one = (name: string) => {
    const target = targets[name];
    if (!target) throw new UsageError(`there is no target ${name}`);
    return target;
  };
  return {
    names: Object.keys(targets),
    open: one,
    homeOf: name => homes[one(name).name],
    zoneOf: name => zones[one(name).name] ?? "UTC",
    kindOf: () => "blog",
  };
}

/** A publisher that comes when it is told to, and carries all that is due. */
export function publisherOf(
  {store, blobs}: Pick<ReviewRoom, "store" | "blobs">,
  targets: TargetSet,
  changes: Partial<Carrier> = {},
) {
  const wish = {
    db: store.db,
    blobs,
    targets,
    workspace: {house: plainHouse},
    log: quiet,
    random: () => 0.5,
    leaseMs: 30_000,
    worker: randomUUID(),
    ...changes,
  };
  return {
    wish,
    async come(): Promise<number> {
      const names = reachable(wish);
      let carried = 0;
      while (await carryOne({...wish, names})) carried += 1;
      return carried;
    },
  };
}

/** Takes a fresh draft to where it may be published. */
export async function approved(room: ReviewRoom, by: Person = "edna"): Promise<string> {
  const id = await room.fresh();
  for (const to of ["in-review", "approved"]) {
    const answer = await room.ask(by, `/api/drafts/${id}/transitions`, {body: {to}});
    if (!answer.ok) throw new Error(await answer.text());
  }
  return id;
}
