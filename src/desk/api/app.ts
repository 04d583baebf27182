import type {Context} from "hono";
import {bodyLimit} from "hono/body-limit";
import type {Log} from "../../model/log.ts";
import {tokenUnlessLocal, withToken} from "./access.ts";
import {choiceRoutes} from "./choices.ts";
import {commentRoutes} from "./comments.ts";
import {draftRoutes} from "./drafts.ts";
import {largestBody, localNamesOnly, safeHeaders} from "./guard.ts";
import {hookRoutes} from "./hooks.ts";
import {judgingRoutes} from "./judging.ts";
import {noteRoutes} from "./notes.ts";
import {type Page, pageRoutes} from "./page.ts";
import {answerError, notFound, Problem, problemResponse} from "./problem.ts";
import {readiness} from "./ready.ts";
import {recordedRoutes} from "./recorded.ts";
import {reviewRoutes} from "./review.ts";
import {revisionRoutes} from "./revisions.ts";
import {routes} from "./routes.ts";
import {runRoutes} from "./runs.ts";
import {scanRoutes} from "./scans.ts";
import {scheduleRoutes} from "./schedules.ts";
import type {DeskServices} from "./services.ts";
import {streamRoutes} from "./stream.ts";
import {openThrottle} from "./throttle.ts";

export interface DeskSettings {
  /** It listens on this machine's own address, and answers to its own names alone. */
  readonly local: boolean;
  /** Of whoever made the connection. */
  readonly addressOf: (context: Context) => string | undefined;
  /** Without one there is the interface alone. */
  readonly page?: Page;
  readonly log: Log;
  /** The program and its version. */
  readonly generator: string;
}

const openApi = "/api/openapi.json";

/** The desk over HTTP. It holds nothing itself. */
export function deskApp(
  services: DeskServices,
  {local, addressOf, page, log, generator}: DeskSettings,
) {
  const app = routes();
  const door = {addressOf, throttle: openThrottle(Date.now)};
  const ready = readiness(services.ready);
  app.onError(answerError(log));
  app.notFound(({req}) => problemResponse(notFound(`${req.method} ${req.path} here`)));
  app.use(safeHeaders);
  if (local) app.use(localNamesOnly);
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
  app.use("/api/*", withToken(services, door));
  app.get("/api/session", context => context.json({...context.var.caller, solo: services.solo}));
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
    scanRoutes,
  ])
    app.route("/", group(services));
  if (page) app.route("/", pageRoutes(page));
  const document = documentOf(app, generator);
  return app;
}

function documentOf(app: ReturnType<typeof routes>, generator: string) {
  const [title = "", version = ""] = generator.split(" ");
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "Made with assay token create",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {title, version},
    security: [{token: []}],
  });
}
