import {createRoute, z} from "@hono/zod-openapi";
import type {Caller} from "../../model/person.ts";
import {isFor, sse} from "../stream/change.ts";
import type {Following} from "../stream/follower.ts";
import {atLeast} from "./access.ts";
import {tooSoon} from "./problem.ts";
import {problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

/** One browser needs one, which its tabs share. */
const mostStreams = 3;
/** A word so often, that nobody between takes the connection for dead; and who it is is asked again. */
const heartbeatMs = 15_000;

const watch = createRoute({
  method: "get",
  path: "/api/stream",
  summary: "What happens, as server-sent events",
  description: `Each event has the number of the chained event that it tells as its id, and
\`Last-Event-ID\` goes on after it; what tells the steps of a run has none. \`ready\` comes first,
\`reset\` instead of what was missed where that is too much: ask for all anew. Then come
\`draft {id, what, by}\`, \`run {id, state, schedule?, steps}\`, \`comment {id, draft, what, by}\`,
\`schedule {name, what, by}\` and, for owners, \`people {id, what, by}\`. It ends when the token or
session no longer holds, and for whoever reads too slowly. ${mostStreams} at once for each caller.`,
  middleware: [atLeast("viewer")],
  request: {
    headers: z.object({
      "last-event-id": z
        .string()
        .regex(/^\d{1,15}$/, {error: "must be the id of an event"})
        .transform(Number)
        .optional(),
    }),
  },
  responses: {
    200: {description: "Events", content: {"text/event-stream": {schema: z.string()}}},
    ...problems,
  },
});

export function streamRoutes(services: Pick<DeskServices, "follow">, beatMs: number = heartbeatMs) {
  const group = routes();
  const open = new Map<string, number>();
  group.openapi(watch, async context => {
    const {caller, again} = context.var;
    const count = open.get(caller.name) ?? 0;
    if (count >= mostStreams)
      throw tooSoon(`${caller.name} has ${count} streams open already: close one.`, beatMs);
    const move = (by: number) => {
      const now = (open.get(caller.name) ?? 0) + by;
      if (now > 0) open.set(caller.name, now);
      else open.delete(caller.name);
    };
    move(1);
    let following: Following;
    try {
      following = await services.follow(context.req.valid("header")["last-event-id"]);
    } catch (error) {
      move(-1);
      throw error;
    }
    const body = streamOf(following, {caller, again, beatMs, left: () => move(-1)});
    return context.body(body, 200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // Proxies such as nginx would hold back what is small.
      "X-Accel-Buffering": "no",
    });
  });
  return group;
}

interface Watcher {
  readonly caller: Caller;
  /** Who it is now; undefined where the token or session no longer holds. */
  readonly again: () => Promise<Caller | undefined>;
  readonly beatMs: number;
  readonly left: () => void;
}

/** Asks for what comes next only when what came was taken: whoever is slow is noticed by the feed. */
function streamOf(following: Following, {caller, again, beatMs, left}: Watcher) {
  const encoder = new TextEncoder();
  let asked = performance.now();
  const close = () => {
    following.close();
    left();
  };
  /** Their role has to be the same: with another they come again and are looked at anew. */
  const holds = async () => {
    asked = performance.now();
    const now = await again().catch(() => undefined); // what cannot be known does not hold
    return now?.name === caller.name && now.role === caller.role;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const changes = await following.next(beatMs);
          const doubtful =
            performance.now() - asked >= beatMs || changes?.some(({event}) => event === "people");
          if (!changes || (doubtful && !(await holds()))) {
            close();
            return controller.close();
          }
          const told = changes.filter(change => isFor(change, caller.role)).map(sse);
          // Nothing for them is no reason to say something, and silence is.
          if (changes.length > 0 && told.length === 0) continue;
          return controller.enqueue(encoder.encode(told.join("") || ": still here\n\n"));
        }
      },
      cancel: close,
    },
    {highWaterMark: 0},
  );
}
