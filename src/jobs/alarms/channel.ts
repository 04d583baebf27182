import type {Alarm} from "../../model/alarm.ts";

/** What became of an attempt to tell an alarm. */
export type Outcome =
  | {readonly kind: "sent"}
  /** It may go through another time; not before `afterMs` where the receiver says so. */
  | {readonly kind: "later"; readonly why: string; readonly afterMs?: number}
  /** Trying again would change nothing: a person has to. */
  | {readonly kind: "refused"; readonly why: string};

/** One receiver of alarms. */
export interface Channel {
  /** Tells it from the others, and is fit for a log: it holds no secret. */
  readonly name: string;
  /** Tries once; never throws for what the receiver or the network does. */
  send(alarm: Alarm): Promise<Outcome>;
}
