import pino, {type LevelWithSilent} from "pino";
import type {Observation} from "../jobs/context.ts";
import {ExpectedError} from "../model/errors.ts";
import type {Log} from "../model/log.ts";

export interface LogOptions {
  readonly write: (line: string) => void;
  /** Values that must not be read in a log, such as those of keys in the environment. */
  readonly secrets?: readonly string[];
  readonly level?: LevelWithSilent;
}

/**
 * A log of one line of JSON an event. Whatever is told to it, no line holds a secret that it knows
 * or that looks like one, nor what a terminal would obey.
 */
export function openLog({write, secrets = [], level = "info"}: LogOptions): Log {
  const hide = hiding(secrets);
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {level: label => ({level: label})},
      messageKey: "message",
      redact: {paths: hidden, censor: "[hidden]"},
      serializers: {error: told},
    },
    {write: line => write(visible(hide(line)))},
  );
}

/** Tells the log what a worker is about, with the run and the schedule it is of. */
export function logObservation(log: Log, observation: Observation): void {
  const {kind, ...fields} = observation;
  if (kind === "trouble") log.warn(fields, "a worker has trouble");
  else log[levels.get(observation.outcome) ?? "info"](fields, `${kind}: ${observation.outcome}`);
}

/** How loud an outcome is, where it is no matter of course; what is dead is a fault of ours. */
const levels: ReadonlyMap<string, "warn" | "error"> = new Map([
  ["failed", "warn"],
  ["dead", "error"],
]);

/** Fields that hold what nobody is to read, in an event and one and two levels below. */
const hidden = ["authorization", "cookie", "password", "secret", "token", "headers"].flatMap(
  name => [name, `*.${name}`, `*.*.${name}`],
);

interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ToldError;
}

/** Of an error its words, and where in the code it is a bug: libraries hang requests and keys on them. */
function told(error: unknown): ToldError {
  if (!(error instanceof Error)) return {name: typeof error, message: String(error)};
  const {name, message, stack, cause} = error;
  const {code} = error as {code?: unknown};
  return {
    name,
    message,
    ...(typeof code === "string" && {code}),
    ...(!(error instanceof ExpectedError) && stack !== undefined && {stack}),
    ...(cause instanceof Error && {cause: told(cause)}),
  };
}

/** What is shorter stands in too many words. */
const shortestSecret = 6;

function hiding(secrets: readonly string[]): (line: string) => string {
  const forms = secrets
    .filter(secret => secret.length >= shortestSecret)
    .flatMap(secret => [
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret).toString("base64"),
    ]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return line =>
    longestFirst
      .reduce((rest, form) => rest.replaceAll(form, "[hidden]"), line)
      .replace(tokens, "$1[hidden]")
      .replace(passwords, "$1[hidden]");
}

/** Our own, those of web hooks, and what follows Bearer or Basic. */
const tokens =
  /\b(assay_(?=[\w-]{32})|whsec_(?=[\w+/=-]{16})|(?:Bearer|Basic) (?=[\w+/=.~-]{16}))[\w+/=.~-]+/gi;
/** In addresses. */
const passwords = /(:\/\/[^\s/:@"]*:)[^\s/@"]+(?=@)/g;

/** JSON escapes the rest of what a terminal obeys. */
const visible = (line: string) =>
  line.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The values of variables whose names say that nobody is to read them, and passwords in addresses. */
export function secretsOf(env: NodeJS.ProcessEnv, named: readonly string[] = []): string[] {
  return Object.entries(env).flatMap(([name, value = ""]) => {
    const secret = named.includes(name) || /KEY|SECRET|TOKEN|PASSW|CREDENTIAL/i.test(name);
    const {password = ""} = URL.canParse(value) ? new URL(value) : {};
    return [...(secret ? [value] : []), ...(password ? [password, decoded(password)] : [])];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
