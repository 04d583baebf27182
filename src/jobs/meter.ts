import type {AlarmKind} from "../model/alarm.ts";

export const runOutcomes = ["draft", "nothing", "failed", "cancelled"] as const;
/** How a run ended: with a draft, with nothing to say, failed, or cancelled. */
export type RunOutcome = (typeof runOutcomes)[number];

export const steps = ["gather", "write", "press", "draft"] as const;
export type Step = (typeof steps)[number];

/** Counts what is done, for whoever watches the program from outside. */
export interface Meter {
  /** A run by hand has no schedule. */
  runEnded(run: {readonly schedule?: string; readonly outcome: RunOutcome}): void;
  stepEnded(step: Step, seconds: number): void;
  /** Calls at a source, failed ones among them. */
  called(source: string, calls: number): void;
  alarmRaised(kind: AlarmKind): void;
  ticked(at: Date): void;
}
