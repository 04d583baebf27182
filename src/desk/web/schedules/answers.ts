import type {Run, ScheduleSummary} from "../../api/shapes.ts";

/** `GET /api/schedules/{name}` */
export interface ScheduleDetail extends ScheduleSummary {
  readonly pausedAt?: string;
  readonly pausedBy?: string;
  readonly what:
    | {readonly coins: readonly string[]; readonly watch?: string}
    | {readonly scan: {readonly top: number; readonly write: number}};
  readonly order: {
    readonly source: string;
    readonly data?: string;
    readonly locale: string;
    readonly template: string;
    readonly edition?: string;
  };
  /** The next ten, as if it were not paused. */
  readonly upcoming: readonly string[];
  readonly runs: readonly Run[];
  readonly leftOut: readonly {
    readonly from: string;
    readonly until: string;
    readonly count: number;
    readonly why: string;
  }[];
}
