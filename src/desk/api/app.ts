import type {Context} from "hono";
import {bodyLimit} from "hono/body-limit";
import type {Log} from "../../model/log.ts";
import {askerOf, type Place} from "../place.ts";
import {tokenUnlessLocal, withSessionOrToken} from "./access.ts";
import {alarmRoutes} from "./alarms.ts";
import {openAllowance} from "./allowance.ts";
import {openBackoff} from "./backoff.ts";
import {choiceRoutes} from "./choices.ts";
import {commentRoutes} from "./comments.ts";
import {draftRoutes} from "./drafts.ts";
import {largestBody, ownNamesOnly, ownPagesOnly, safeHeaders, safeWaysOnly} from "./guard.ts";
import {hookRoutes} from "./hooks.ts";
import {judgingRoutes} from "./judging.ts";
import {noteRoutes} from "./notes.ts";
import {type Page, pageRoutes} from "./page.ts";
import {passageRoutes} from "./passages.ts";
import {peopleRoutes} from "./people.ts";
import {answerError, notFound, Problem, problemResponse} from "./problem.ts";
import {publicationRoutes} from "./publications.ts";
import {readiness} from "./ready.ts";
import {recordedRoutes} from "./recorded.ts";
import {reviewRoutes} from "./review.ts";
import {revisionRoutes} from "./revisions.ts";
import {routes} from "./routes.ts";
import {runRoutes} from "./runs.ts";
import {scanRoutes} from "./scans.ts";
import {scheduleRoutes} from "./schedules.ts";
import type {DeskServices} from "./services.ts";
import {sessionRoutes} from "./session.ts";
import {siteRoutes} from "./site.ts";
import {streamRoutes} from "./stream.ts";
import {openThrottle} from "./throttle.ts";

export interface DeskSettings {
  readonly place: Place;
  /** Of whoever made the connection. */
  readonly addressOf: (context: Context) => string | undefined;
  /** Without one there is the interface alone. */
  readonly page?: Page;
  /** The folder of a published site, shown at `/site`. */
  readonly site?: string | undefined;
  readonly log: Log;
  /** The program and its version. */
  readonly generator: string;
}

const openApi = "/api/openapi.json";

/** The desk over HTTP. It holds nothing itself. */
export function deskApp(
  services: DeskServices,
  {place, addressOf, page, site, log, generator}: DeskSettings,
) {
  const app = routes();
  const peerOf = (context: Context) => addressOf(context) ?? "";
  const door = {
    addressOf: (context: Context) =>
      askerOf(place, peerOf(context), name => context.req.header(name)).address,
    throttle: openThrottle(Date.now),
    allowance: openAllowance(Date.now),
    backoff: openBackoff(Date.now),
  };
  const ready = readiness(services.ready);
  app.onError(answerError(log, door.addressOf));
  app.notFound(({req}) => problemResponse(notFound(`${req.method} ${req.path} here`)));
  app.use(safeHeaders(place));
  for (const guard of [ownNamesOnly, safeWaysOnly, ownPagesOnly])
    app.use(guard({place, peerOf, cookie: services.people.cookie}));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () =>
        problemResponse(new Problem(413, `The body has more than ${largestBody / 2 ** 20} MiB.`)),
    }),
  );

  app.get("/healthz", context => context.json({status: "alive"}));
  app.get("/readyz", async context => {
    try {
      await ready();
    } catch (error) {
      log.warn({error}, "not ready");
      throw new Problem(503, "The store cannot be reached.", {headers: {"Retry-After": "10"}});
    }
    return context.json({status: "ready"});
  });
  app.get("/metrics", tokenUnlessLocal(services, door), async context => {
    const {contentType, text} = await services.metrics();
    return context.body(text, 200, {"Content-Type": contentType});
  });

  // Whoever writes a client has no token yet.
  app.get(openApi, context => context.json(document));
  app.route("/", passageRoutes(services, door));
  app.use("/api/*", withSessionOrToken(services, door));
  for (const group of [
    noteRoutes,
    runRoutes,
    draftRoutes,
    revisionRoutes,
    reviewRoutes,
    commentRoutes,
    judgingRoutes,
    scheduleRoutes,
    streamRoutes,
    choiceRoutes,
    hookRoutes,
    recordedRoutes,
    peopleRoutes,
    scanRoutes,
    alarmRoutes,
    publicationRoutes,
  ])
    app.route("/", group(services));
  app.route("/", sessionRoutes(services, door));
  // Before the page, which has its own say on names it does not know.
  if (site !== undefined) app.route("/", siteRoutes(site));
  if (page) app.route("/", pageRoutes(page));
  const document = documentOf(app, generator, services.people.cookie);
  return app;
}

function documentOf(app: ReturnType<typeof routes>, generator: string, cookie: string) {
  const [title = "", version = ""] = generator.split(" ");
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "Made with assay token create",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: cookie,
    description: "Of POST /api/session",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {title, version},
    security: [{session: []}, {token: []}],
  });
}
