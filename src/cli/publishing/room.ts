import type {PublishingRoom} from "../../desk/services/publications.ts";
import {usualStaleMs} from "../../desk/services/stale.ts";
import {openPressing} from "../../jobs/pressing.ts";
import type {Caller} from "../../model/person.ts";
import {actor} from "../actor.ts";
import {openNewsroomStore, type StoreOptions, workspaceOf} from "../newsroom.ts";
import {type Progress, stderrProgress} from "../progress.ts";
import {targetsOf} from "../room.ts";

export interface PublishingOptions extends StoreOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Where one person publishes without a desk: the store that a desk would use, and who they are. */
export interface OwnRoom extends PublishingRoom, AsyncDisposable {
  readonly me: Caller;
  readonly progress: Progress;
}

export async function openOwnRoom(options: PublishingOptions): Promise<OwnRoom> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  progress.step("opens the newsroom's store");
  const {project, store, blobs, ...opened} = await openNewsroomStore(options, progress.note);
  progress.done();
  const workspace = workspaceOf(project);
  const {db} = store;
  return {
    store,
    db,
    blobs,
    workspace,
    targets: targetsOf(project),
    pressing: openPressing({db, blobs, workspace}),
    solo: true,
    staleMs: usualStaleMs,
    me: {name: actor(), role: "owner"},
    progress,
    async [Symbol.asyncDispose]() {
      progress.done();
      await opened[Symbol.asyncDispose]();
    },
  };
}
