import http from "node:http";
import type {Context} from "hono";
import {HTTPException} from "hono/http-exception";
import type {z} from "zod";
import {BudgetSpent} from "../../jobs/limits.ts";
import {Conflict, ExpectedError, UsageError} from "../../model/errors.ts";
import type {Log} from "../../model/log.ts";
import {isAway} from "../../store/open.ts";
import {withoutFlags} from "../withoutFlags.ts";
import {withoutPaths} from "../withoutPaths.ts";
import type {SaveConflict} from "./reviewShapes.ts";
import type {ProblemDocument} from "./shapes.ts";

/** What is wrong with which field. */
export type FieldError = NonNullable<ProblemDocument["errors"]>[number];

interface ProblemOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** What the second to save needs to know. */
  readonly conflict?: SaveConflict;
}

/** An answer that something is wrong: a status, and a sentence for people. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly conflict: SaveConflict | undefined;

  constructor(
    status: number,
    detail: string,
    {headers = {}, errors = [], conflict}: ProblemOptions = {},
  ) {
    super(detail);
    this.status = status;
    this.headers = headers;
    this.errors = errors;
    this.conflict = conflict;
  }
}

export const notFound = (what: string) => new Problem(404, `There is no ${what}.`);

/** An order that cannot be carried out, by the field that is wrong. */
export const wrongField = (field: string, says: string) =>
  new Problem(422, sentence(`${field} ${says}`), {errors: [{field, says}]});

export const tooSoon = (why: string, ms: number) =>
  new Problem(429, why, {headers: {"Retry-After": String(Math.max(1, Math.ceil(ms / 1000)))}});

/** As `application/problem+json` (RFC 9457). */
export function problemResponse({status, message, headers, errors, conflict}: Problem): Response {
  const problem: ProblemDocument & Partial<SaveConflict> = {
    type: "about:blank",
    title: http.STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    ...(errors.length > 0 && {errors: [...errors]}),
    ...conflict,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {"Content-Type": "application/problem+json", ...headers},
  });
}

/** Who may not come in or may not do a thing, and who guesses: the log tells of them. */
const refusals: ReadonlySet<number> = new Set([401, 403, 429]);

/** Answers whatever was thrown. Of a bug of ours only the log learns what it was. */
export const answerError =
  (log: Log, addressOf: (context: Context) => string) =>
  (error: Error, context: Context): Response => {
    const {req} = context;
    const problem = problemOf(error);
    if (problem) {
      const {status, message} = problem;
      const told = {status, method: req.method, path: req.path, address: addressOf(context)};
      if (refusals.has(status)) log.warn({...told, says: message}, "a request was refused");
      return problemResponse(problem);
    }
    log.error({error, method: req.method, path: req.path}, "a request failed by a bug");
    return problemResponse(
      new Problem(500, "This is a bug in Assay: its log says what it was at this time."),
    );
  };

function problemOf(error: Error): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(error.status, sentence(error.message));
  if (isAway(error)) return away("The store cannot be reached.");
  if (!(error instanceof ExpectedError)) return undefined;
  const says = sentence(withoutFlags(withoutPaths(error.message)));
  if (error instanceof BudgetSpent) return tooSoon(says, error.afterMs);
  if (error instanceof UsageError) return new Problem(422, says);
  if (error instanceof Conflict) return new Problem(409, says);
  // What is out of reach, a source or the store, has the exit code 3, and comes back.
  return error.exitCode === 3 ? away(says) : new Problem(500, says);
}

const away = (says: string) => new Problem(503, says, {headers: {"Retry-After": "30"}});

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Refuses what does not fit its schema, with each field by its name. */
export function refuseInvalid(
  result: {readonly target: string} & (
    | {readonly success: true}
    | {readonly success: false; readonly error: z.ZodError}
  ),
): undefined {
  if (result.success) return undefined;
  const errors = result.error.issues.flatMap(fieldErrors);
  throw new Problem(422, sentence(errors.map(({field, says}) => `${field} ${says}`).join("; ")), {
    errors,
  });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = (path: readonly PropertyKey[]) => path.map(String).join(".") || "the body";
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(key => ({field: field([...issue.path, key]), says: "is not known"}));
  if (issue.code === "invalid_value")
    return [{field: field(issue.path), says: `must be ${issue.values.map(String).join(" or ")}`}];
  const says = /^must /.test(issue.message) ? issue.message : `is not right: ${issue.message}`;
  return [{field: field(issue.path), says}];
}
