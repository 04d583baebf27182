import type {ProblemDocument} from "../api/shapes.ts";

/** An answer that says no, in a sentence for people. */
export class Refused extends Error {
  readonly status: number;
  /** The whole answer: with a save that came second, base, theirs and yours. */
  readonly problem: ProblemDocument & Record<string, unknown>;
  constructor(problem: ProblemDocument & Record<string, unknown>) {
    super(problem.detail);
    this.status = problem.status;
    this.problem = problem;
  }
}

/** Whether the desk knows of nothing at that address. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Refused && error.status === 404;

/** The desk has not answered. */
export class Unreachable extends Error {}

export interface Ask {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON; a text as Markdown. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Called where the desk no longer knows who we are. */
let signedOut = () => {};
export function whenSignedOut(act: () => void): void {
  signedOut = act;
}

/** Called after each answer, and with what is wrong where the desk or its store does not answer. */
let answered = (_wrong?: string) => {};
export function whenAnswered(act: (wrong?: string) => void): void {
  answered = act;
}

/** @throws Refused or Unreachable */
export async function ask(path: string, {body, headers, ...rest}: Ask = {}): Promise<Response> {
  const asText = typeof body === "string";
  const response = await fetch(path, {
    ...rest,
    headers: {
      ...(body !== undefined && {
        "Content-Type": asText ? "text/markdown; charset=utf-8" : "application/json",
      }),
      ...headers,
    },
    ...(body !== undefined && {body: asText ? body : JSON.stringify(body)}),
  }).catch(error => {
    if (error instanceof DOMException) throw error; // we gave it up ourselves
    answered("the desk does not answer");
    throw new Unreachable("the desk does not answer");
  });
  if (response.ok) {
    answered();
    return response;
  }
  const problem = await response.json().catch(() => ({}));
  // Between us and the desk there may be a proxy with pages of its own.
  if (typeof problem.detail !== "string") {
    answered(`the desk answers ${response.status}`);
    throw new Unreachable(`the desk answers ${response.status}`);
  }
  answered(response.status === 503 ? problem.detail : undefined);
  if (response.status === 401) signedOut();
  throw new Refused(problem);
}

/** What a route of the desk answers; `Answer` is the type of its schema. */
export async function askJson<Answer>(path: string, wish?: Ask): Promise<Answer> {
  return (await ask(path, wish)).json() as Promise<Answer>;
}
