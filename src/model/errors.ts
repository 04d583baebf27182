import type {PublicationReason} from "./publicationReason.ts";

/**
 * Failures that are expected to happen and are not bugs. Their message says what happened, where,
 * with which value, and what to do next; the command line prints it and leaves with `exitCode`.
 * Anything else that is thrown is a bug of ours.
 */
export class ExpectedError extends Error {
  readonly exitCode: number = 1;
  /** What was found all the same, for machines. */
  readonly result?: object;

  constructor(
    message: string,
    {result, ...options}: ErrorOptions & {readonly result?: object} = {},
  ) {
    super(message, options);
    this.name = new.target.name;
    if (result) this.result = result;
  }
}

/** The order or the configuration is wrong: the person who gave it can mend it. */
export class UsageError extends ExpectedError {
  override readonly exitCode = 2;
}

/** That a failure may pass by itself, and how long we were asked to wait for that. */
export interface Passing {
  readonly afterMs?: number;
}

/** A source did not answer, refused, or is out of reach. */
export class SourceUnavailable extends ExpectedError {
  override readonly exitCode = 3;
  /** Absent where asking again would change nothing. */
  readonly passing?: Passing;
  /** Nobody was reached at all: there may be no network. */
  readonly cutOff: boolean;

  constructor(
    message: string,
    {
      passing,
      cutOff = false,
      ...options
    }: ErrorOptions & {readonly passing?: Passing; readonly cutOff?: boolean} = {},
  ) {
    super(message, options);
    if (passing) this.passing = passing;
    this.cutOff = cutOff;
  }
}

/** The store or its blobs are out of reach, or have no room: the same may go well later. */
export class StoreUnavailable extends ExpectedError {
  override readonly exitCode = 3;
}

/** The store lacks something that it has acknowledged, or has it with other bytes. */
export class StoreDamaged extends ExpectedError {
  override readonly exitCode = 5;
}

/** A source answered in a shape we do not know. */
export class SourceChanged extends ExpectedError {
  override readonly exitCode = 3;
}

/** Nothing could honestly be said. */
export class NothingToSay extends ExpectedError {
  override readonly exitCode = 4;
}

/** A check or a replay found a difference. */
export class FaultsFound extends ExpectedError {
  override readonly exitCode = 5;
}

/**
 * A publishing target refused, or somebody has changed what would be written over, there or here:
 * a person decides.
 */
export class Conflict extends ExpectedError {
  override readonly exitCode = 6;
}

/** The note could not be rendered or written on this machine: no browser, no disk space, no right to write. */
export class RenderingFailed extends ExpectedError {
  override readonly exitCode = 2;
}

/** What a target's failure is to whoever words it; without it, its message tells. */
interface Worded {
  readonly reason?: PublicationReason;
}

/** A target refused what was to be published, and would again: a person has to mend or decide something. */
export class TargetRefused extends Conflict {
  readonly reason: PublicationReason | undefined;

  constructor(message: string, {reason, ...options}: ErrorOptions & Worded = {}) {
    super(message, options);
    this.reason = reason;
  }
}

/** A target is out of reach or overburdened: the same may go well later. */
export class TargetUnavailable extends ExpectedError {
  override readonly exitCode = 3;
  readonly passing: Passing;
  readonly reason: PublicationReason | undefined;

  constructor(
    message: string,
    {passing = {}, reason, ...options}: ErrorOptions & Worded & {readonly passing?: Passing} = {},
  ) {
    super(message, options);
    this.passing = passing;
    this.reason = reason;
  }
}

/** A call that cannot be taken back, and of which nobody can look up whether it was done. */
export class OutcomeUnknown extends ExpectedError {
  override readonly exitCode = 6;
  readonly reason: PublicationReason;

  constructor(message: string, {reason, ...options}: ErrorOptions & Required<Worded>) {
    super(message, options);
    this.reason = reason;
  }
}
