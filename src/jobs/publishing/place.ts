import type {Kysely} from "kysely";
import type {Workspace} from "../../model/workspace.ts";
import type {TargetSet} from "../../publish/targetSet.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";

export {noTargets, type TargetSet} from "../../publish/targetSet.ts";

/** What publishing stands on. */
export interface PublishingPlace {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  readonly targets: TargetSet;
  readonly workspace: Pick<Workspace, "house">;
}
