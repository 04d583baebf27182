import {createRoute, z} from "@hono/zod-openapi";
import type {Context} from "hono";
import {setCookies, visitOf} from "./access.ts";
import type {Backoff} from "./backoff.ts";
import type {Passage} from "./peopleServices.ts";
import {
  acceptSchema,
  resetSchema,
  signInSchema,
  waysSchema,
  welcomeSchema,
} from "./peopleShapes.ts";
import {notFound, Problem, tooSoon} from "./problem.ts";
import {body, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

// The ways in: what is asked by whoever has no session yet.

const ways = createRoute({
  method: "get",
  path: "/api/session/ways",
  summary: "How people come in here",
  security: [],
  responses: {200: json(waysSchema, "The ways"), ...problems},
});

const entered = {204: {description: "Let in: the cookie is the session"}, ...problems};

const signIn = createRoute({
  method: "post",
  path: "/api/session",
  summary: "Signs in",
  security: [],
  request: {body: body(signInSchema)},
  responses: entered,
});

const welcome = createRoute({
  method: "post",
  path: "/api/welcome",
  summary: "Makes the first owner, by the link that the desk printed",
  security: [],
  request: {body: body(welcomeSchema)},
  responses: entered,
});

const accept = createRoute({
  method: "post",
  path: "/api/invitations/accept",
  summary: "Joins by an invitation",
  security: [],
  request: {body: body(acceptSchema)},
  responses: entered,
});

const reset = createRoute({
  method: "post",
  path: "/api/session/reset",
  summary: "Chooses another password, by the link of assay people reset",
  security: [],
  request: {body: body(resetSchema)},
  responses: entered,
});

const leave = createRoute({
  method: "get",
  path: "/api/session/oidc",
  summary: "Goes to the provider of identities",
  security: [],
  responses: {302: {description: "To the provider"}, ...problems},
});

const arrive = createRoute({
  method: "get",
  path: "/api/session/callback/oidc",
  summary: "Comes back from the provider of identities",
  security: [],
  request: {
    query: z.object({
      code: z.string().optional(),
      state: z.string().optional(),
      error: z.string().optional(),
    }),
  },
  responses: {302: {description: "To the page, or to /sign-in?error=…"}, ...problems},
});

export interface PassagesDoor {
  readonly backoff: Backoff;
  /** Of whoever asks, behind whatever proxies were named. */
  readonly addressOf: (context: Context) => string;
}

export function passageRoutes({people}: Pick<DeskServices, "people">, door: PassagesDoor) {
  const group = routes();
  const visit = (context: Context) => visitOf(context, door.addressOf);
  group.openapi(ways, async context => context.json(await people.ways(), 200));

  group.openapi(signIn, async context => {
    const {email, password} = context.req.valid("json");
    const passage = await attempt(context, email, () =>
      people.signIn(visit(context), {email, password}),
    );
    if (!passage) throw new Problem(401, "The address and the password do not belong together.");
    return enter(context, passage);
  });
  group.openapi(welcome, async context =>
    enter(
      context,
      await byLink(context, () => people.welcome(visit(context), context.req.valid("json"))),
    ),
  );
  group.openapi(accept, async context =>
    enter(
      context,
      await byLink(context, () => people.accept(visit(context), context.req.valid("json"))),
    ),
  );
  group.openapi(reset, async context =>
    enter(
      context,
      await byLink(context, () => people.reset(visit(context), context.req.valid("json"))),
    ),
  );

  group.openapi(leave, async context => {
    const way = await attempt(context, "oidc", () => people.leave(visit(context)));
    if (!way) throw notFound("provider of identities here");
    setCookies(context, way.cookies);
    return context.redirect(way.location, 302);
  });
  group.openapi(arrive, async context => {
    const {search} = new URL(context.req.url);
    const way = await people.arrive(visit(context), search);
    if (!way) throw notFound("provider of identities here");
    setCookies(context, way.cookies);
    return context.redirect(way.location, 302);
  });
  return group;

  /** Does what may be a guess, unless there were too many. */
  async function attempt<Result>(
    context: Context,
    account: string,
    work: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const address = door.addressOf(context);
    const waitMs = door.backoff.attempt(address, account);
    if (waitMs !== undefined) throw tooSoon("Too many attempts: try again later.", waitMs);
    let guessed = false;
    try {
      const result = await work();
      guessed = result === undefined;
      return result;
    } finally {
      // What fails otherwise, such as by a weak password, was no guess.
      if (!guessed) door.backoff.right(address, account);
    }
  }

  async function byLink(context: Context, work: () => Promise<Passage | undefined>) {
    const passage = await attempt(context, "link", work);
    if (!passage)
      throw new Problem(403, "This link does not hold: it was used, withdrawn, or is too old.");
    return passage;
  }
}

function enter(context: Context, {cookies}: Passage) {
  setCookies(context, cookies);
  return context.body(null, 204);
}
