import {ExpectedError} from "../../model/errors.ts";
import type {Setting} from "../settings.ts";

/** One thing that was looked at: how it is, or what it lacks and what to do about it. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly settings?: readonly Setting[];
}

/** What the look gives; where it fails, what it lacks. */
export async function tried(what: string, look: () => Promise<string> | string): Promise<Finding> {
  try {
    return {what, ok: true, says: await look()};
  } catch (error) {
    if (error instanceof ExpectedError) return {what, ok: false, says: error.message};
    throw error;
  }
}
