import type {StoreOptions} from "./newsroom.ts";

export interface ScheduleOptions extends StoreOptions {
  readonly from?: string;
  readonly until?: string;
  readonly limit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What is to be done with which schedule. */
export interface Asked {
  /** Without it, all of them. */
  readonly name: string | undefined;
  readonly options: ScheduleOptions;
  /** Tells what is worth knowing beside the answer. */
  readonly notify: (notice: string) => void;
}
