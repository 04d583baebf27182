import {Refused} from "../api.ts";

/** What the desk says is wrong with which field. */
export const wrongFields = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof Refused
    ? Object.fromEntries((error.problem.errors ?? []).map(({field, says}) => [field, says]))
    : {};
