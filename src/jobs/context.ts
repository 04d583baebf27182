import type {Workspace} from "../model/workspace.ts";
import type {TargetSet} from "../publish/targetSet.ts";
import type {Renderer} from "../render/renderer.ts";
import type {Environment} from "../sources/live.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import type {Store} from "../store/open.ts";
import type {StepName} from "../store/tables.ts";
import type {Queue} from "./queue.ts";

/** What a worker is about, for logs and metrics. Holds no key. */
export type Observation =
  | {
      readonly kind: "step";
      readonly run: string;
      readonly schedule: string | null;
      readonly key: string;
      readonly name: StepName;
      readonly outcome: "done" | "failed";
      readonly seconds: number;
      readonly calls: number;
      readonly source: string;
    }
  | {
      readonly kind: "task";
      readonly run: string;
      readonly schedule: string | null;
      readonly key: string;
      readonly outcome: string;
      readonly reason?: string;
      readonly seconds: number;
    }
  | {readonly kind: "trouble"; readonly what: string; readonly why: string};

/** What doing a task needs of the world. */
export interface Context {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly queue: Queue;
  readonly workspace: Workspace;
  readonly renderer: Renderer;
  readonly env: Environment;
  /** Calls that a source may get in a day of UTC. */
  readonly budgets: Readonly<Record<string, number>>;
  readonly random: () => number;
  /** Its id. */
  readonly worker: string;
  /** Where notes are published that the program approves; nowhere without. */
  readonly targets?: TargetSet;
  readonly observe: (observation: Observation) => void;
}
