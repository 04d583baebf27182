import type {z} from "zod";
import type {TargetSettings} from "../config/targets.ts";
import type {House} from "../model/house.ts";
import type {Receipt} from "../model/publication.ts";
import type {Reading} from "./reading.ts";
import type {Release} from "./release.ts";

/**
 * A place that notes are published at. One that was interrupted at any instant is asked again, and
 * goes on: `look` says what stands there, `put` makes of that what should stand there.
 *
 * What readers see is only ever changed by a call that may be made twice: a post that has to be
 * created is created hidden, found by our key, and then shown.
 */
export interface Target {
  /** As the configuration has it. */
  readonly name: string;
  readonly kind: string;
  /** For people: "Ghost at blog.example". */
  readonly label: string;
  /** What readers miss as it is configured, and what to give for it. */
  readonly lacks?: string;
  /**
   * Proves that it may do what publishing takes, and read back what it writes; changes nothing that a
   * reader sees. Says in a few words what it found.
   *
   * @throws TargetRefused, TargetUnavailable
   */
  prove(): Promise<string>;
  /** What would be sent, for a rehearsal: it asks nobody. */
  rehearse(release: Release): Promise<Rehearsal>;
  /**
   * The release in the form in which a receipt has a post's text, as it would stand over the post
   * that does: what was changed there is seen line by line beside it.
   */
  compose(release: Release, standing: Ours): Promise<string>;
  /** What stands there under the note's key; of a post that we had put there, also what became of it. */
  look(release: Release, receipt: Receipt | undefined): Promise<Standing>;
  /**
   * Puts the release there, or over our own post that stands there.
   *
   * @throws TargetRefused where doing it again would change nothing
   * @throws TargetUnavailable where it may pass; what it has done by then is found by the next `look`
   * @throws OutcomeUnknown where nobody can look up whether it was done
   */
  put(release: Release, standing: Absent | Ours, journal: Journal): Promise<Receipt>;
  /** The post as its reader gets it; undefined where there is nothing to be read (a mail, a web hook). */
  read(release: Release, receipt: Receipt): Promise<Reading | undefined>;
}

/** Nothing stands there; `gone` where our post stood there once and was removed. */
export interface Absent {
  readonly state: "absent" | "gone";
}

/** Our own post. */
export interface Ours {
  readonly state: "ours";
  readonly receipt: Receipt;
  /** Readers see it. */
  readonly shown: boolean;
}

/** Somebody else's post has our place. It is never taken for ours. */
export interface Foreign {
  readonly state: "foreign";
  readonly address: string;
  readonly title: string;
}

export type Standing = Absent | Ours | Foreign;

/** What is done once for a version of a note at a target, on record before and after. */
export interface Journal {
  /**
   * Does it unless an earlier attempt has, and gives what came of it. `act` is told whether an earlier
   * attempt had begun it without being known to have ended.
   */
  once<T>(
    step: string,
    schema: z.ZodType<T>,
    act: (begunBefore: boolean) => Promise<T>,
  ): Promise<T>;
  /**
   * Asked right before a call that nothing at the target holds back: whoever was taken for dead
   * meanwhile ends here, and makes none.
   */
  hold(): Promise<void>;
  /** All that is on record of this version here: what was sent to somebody is not sent again by another order. */
  past(): Promise<readonly PastStep[]>;
}

/** A step that was begun. */
export interface PastStep {
  readonly step: string;
  /** Of the order that is being carried out, and not of one before. */
  readonly isNow: boolean;
  /** A person has said since that it has arrived. */
  readonly isArrived: boolean;
  /** What came of it; undefined where nobody knows. */
  readonly result?: unknown;
}

/** What would be sent, call by call or file by file. */
export interface Rehearsal {
  readonly parts: readonly {
    /** "POST https://blog.example/ghost/api/admin/posts/", "write content/notes/…/index.md". */
    readonly what: string;
    /** As it would be sent, where it is text. Never a key. */
    readonly body?: string;
    readonly bytes: number;
  }[];
}

/** What targets need of the world. */
export interface TargetEffects {
  /** Holds keys under the names that the settings give. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly house: House;
  /** Where the configuration lies: the paths in it are as seen from there. */
  readonly folder: string;
  readonly now: () => Date;
  /** For one call; each target has its own without it. */
  readonly timeoutMs?: number;
}

/** Makes a target of its settings; asks nobody yet. */
export type OpenTarget<Kind extends keyof TargetSettings> = (
  name: string,
  settings: TargetSettings[Kind],
  effects: TargetEffects,
) => Target;
