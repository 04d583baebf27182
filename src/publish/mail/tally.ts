import {z} from "zod";
import type {PastStep} from "../target.ts";

/** What came of one attempt at one receiver. */
export const outcomeSchema = z.strictObject({
  state: z.enum(["sent", "later", "refused", "unknown"]),
  why: z.string().optional(),
});
export type MailOutcome = Readonly<z.output<typeof outcomeSchema>>;

/** What is on record of one receiver, and the step in which the next attempt is written down. */
export interface Receiver {
  readonly address: string;
  readonly step: string;
  /** Attempts of this order. */
  readonly attempts: number;
  /** Undefined before the first attempt of this order. */
  readonly last?: MailOutcome;
}

/** Servers put off whom they do not know for hours; whoever is put off for longer is not reached. */
const mostAttempts = 12;

const stepOf = (address: string, nth: number): string => `mail to ${address} (${nth})`;

/**
 * Where a mail stands with each receiver. Who has it has it, whichever order it was; of whom nobody
 * knows, only another order says that they are to get it after all.
 */
export function receiversIn(addresses: readonly string[], past: readonly PastStep[]): Receiver[] {
  const byStep = Map.groupBy(past, ({step}) => step);
  return addresses.map(address => {
    let [attempts, last, had] = [0, undefined as MailOutcome | undefined, false];
    for (let nth = 1; ; nth += 1) {
      const found = byStep.get(stepOf(address, nth));
      if (!found) break;
      for (const one of found) {
        const outcome = outcomeOf(one);
        had ||= outcome.state === "sent";
        if (one.isNow) [attempts, last] = [nth, outcome];
      }
    }
    const isOver = last?.state === "later" && attempts >= mostAttempts;
    const open: MailOutcome | undefined = isOver ? {...last, state: "refused"} : last;
    const known: MailOutcome | undefined = had ? {state: "sent"} : open;
    return {address, attempts, step: stepOf(address, attempts + 1), ...(known && {last: known})};
  });
}

function outcomeOf({result, isArrived}: PastStep): MailOutcome {
  const parsed = outcomeSchema.safeParse(result);
  const outcome: MailOutcome = parsed.success
    ? parsed.data
    : {state: "unknown", why: "it was interrupted while it was sent"};
  return outcome.state === "unknown" && isArrived ? {state: "sent"} : outcome;
}

/** Whom a mail is sent to now: first those who have not been refused, and these where nobody else is left. */
export function pending(receivers: readonly Receiver[]): Receiver[] {
  const open = receivers.filter(({last}) => !last || last.state === "later");
  return open.length > 0 ? open : receivers.filter(({last}) => last?.state === "refused");
}
