import type {AlarmKind} from "../model/alarm.ts";
import type {RunState, StepName} from "../store/tables.ts";

export type RunOutcome = Exclude<RunState, "waiting" | "running">;

/** Counts what is done, for whoever watches the program from outside. */
export interface Meter {
  /** A run by hand has no schedule. */
  runEnded(run: {readonly schedule?: string; readonly outcome: RunOutcome}): void;
  stepEnded(step: StepName, seconds: number): void;
  /** Calls at a source, failed ones among them. */
  called(source: string, calls: number): void;
  alarmRaised(kind: AlarmKind): void;
  ticked(at: Date): void;
}
