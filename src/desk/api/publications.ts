import {createRoute, z} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {fileTypes} from "./drafts.ts";
import {notePolicy} from "./guard.ts";
import {notFound} from "./problem.ts";
import {
  correctionApprovalSchema,
  correctionRequestSchema,
  correctionSchema,
  correctionsSchema,
  publicationChangeSchema,
  publicationOrderSchema,
  publicationsSchema,
  rehearsalSchema,
  retractionRequestSchema,
  targetsSchema,
} from "./publicationShapes.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import {type DeskServices, draftFiles} from "./services.ts";

const listTargets = createRoute({
  method: "get",
  path: "/api/targets",
  summary: "Where notes can be published, as the configuration names it",
  middleware: [atLeast("viewer")],
  responses: {200: json(targetsSchema, "Targets"), ...problems},
});

const listPublications = createRoute({
  method: "get",
  path: "/api/drafts/{id}/publications",
  summary: "Where it stands, or is to stand, and its versions",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(publicationsSchema, "Publications"), ...problems},
});

const publish = createRoute({
  method: "post",
  path: "/api/drafts/{id}/publications",
  summary: "Publish what is approved, now or at an hour",
  description:
    "Each note stands at each target once: the same order again changes nothing, and resumes what was refused. What is out is corrected, not published anew.",
  middleware: [atLeast("publisher")],
  request: {params: idParam, body: body(publicationOrderSchema)},
  responses: {
    200: json(rehearsalSchema, "With dryRun: what would be sent"),
    202: json(publicationsSchema, "What is ordered"),
    ...problems,
  },
});

const targetParams = idParam.extend({target: z.string().min(1).max(100)});

const change = createRoute({
  method: "patch",
  path: "/api/drafts/{id}/publications/{target}",
  summary: "Put it at another hour, or answer what is asked of it",
  middleware: [atLeast("publisher")],
  request: {params: targetParams, body: body(publicationChangeSchema)},
  responses: {200: json(publicationsSchema, "Publications"), ...problems},
});

const cancel = createRoute({
  method: "delete",
  path: "/api/drafts/{id}/publications/{target}",
  summary: "Take back what does not stand there yet",
  middleware: [atLeast("publisher")],
  request: {params: targetParams},
  responses: {200: json(publicationsSchema, "Publications"), ...problems},
});

const releaseFile = (file: (typeof draftFiles)[number]) =>
  createRoute({
    method: "get",
    path: `/api/drafts/{id}/releases/{version}/${file}`,
    summary: `The ${file} of a version, as it left the house`,
    middleware: [atLeast("viewer")],
    request: {
      params: idParam.extend({
        version: z.coerce.number({error: "must be a number"}).int().min(1).max(999_999),
      }),
    },
    responses: {200: {description: file}, ...problems},
  });

const listCorrections = createRoute({
  method: "get",
  path: "/api/drafts/{id}/corrections",
  summary: "What was corrected in it, newest first",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(correctionsSchema, "Corrections"), ...problems},
});

const openCorrection = createRoute({
  method: "post",
  path: "/api/drafts/{id}/corrections",
  summary: "Open a correction: its text may be edited until that is approved",
  middleware: [atLeast("publisher")],
  request: {params: idParam, body: body(correctionRequestSchema)},
  responses: {201: json(correctionSchema, "The correction"), ...problems},
});

const retract = createRoute({
  method: "post",
  path: "/api/drafts/{id}/retractions",
  summary: "Ask for a notice in its place, which is to be approved",
  middleware: [atLeast("publisher")],
  request: {params: idParam, body: body(retractionRequestSchema)},
  responses: {201: json(correctionSchema, "The retraction"), ...problems},
});

const correctionParams = idParam.extend({correction: z.string().max(100)});

const approveCorrection = createRoute({
  method: "post",
  path: "/api/drafts/{id}/corrections/{correction}/approval",
  summary: "Approve it, and send it to every target where the note stands",
  middleware: [atLeast("publisher")],
  request: {params: correctionParams, body: body(correctionApprovalSchema)},
  responses: {202: json(correctionSchema, "The correction"), ...problems},
});

const takeBack = createRoute({
  method: "delete",
  path: "/api/drafts/{id}/corrections/{correction}",
  summary: "Take it back: what is out stays as it is",
  middleware: [atLeast("publisher")],
  request: {params: correctionParams},
  responses: {200: json(correctionSchema, "The correction"), ...problems},
});

export function publicationRoutes(services: DeskServices) {
  const group = routes();
  group.openapi(listTargets, async context => context.json(await services.targets(), 200));
  group.openapi(listPublications, async context => {
    const {id} = context.req.valid("param");
    const found = await services.publications(id);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(publish, async context => {
    const {id} = context.req.valid("param");
    const {dryRun, ...order} = context.req.valid("json");
    const wish = {id, by: context.var.caller, ...order};
    if (dryRun) {
      const rehearsals = await services.rehearse(wish);
      if (!rehearsals) throw notFound(`draft ${id}`);
      return context.json(rehearsals, 200);
    }
    const ordered = await services.publish(wish);
    if (!ordered) throw notFound(`draft ${id}`);
    return context.json(ordered, 202);
  });
  group.openapi(change, async context => {
    const {id, target} = context.req.valid("param");
    const {at, answer} = context.req.valid("json");
    const wish = {id, target, by: context.var.caller};
    const found =
      at !== undefined
        ? await services.reschedule({...wish, at})
        : answer && (await services.answer({...wish, answer}));
    if (!found) throw notFound(`publication of draft ${id} at ${target}`);
    return context.json(found, 200);
  });
  group.openapi(cancel, async context => {
    const {id, target} = context.req.valid("param");
    const found = await services.cancelPublication({id, target, by: context.var.caller});
    if (!found) throw notFound(`publication of draft ${id} at ${target}`);
    return context.json(found, 200);
  });
  for (const file of draftFiles)
    group.openapi(releaseFile(file), async context => {
      const {id, version} = context.req.valid("param");
      const content = await services.releaseFile({id, version, file});
      if (content === undefined) throw notFound(`${file} of version ${version} of draft ${id}`);
      return context.body(new Uint8Array(content), 200, {
        "Content-Type": fileTypes[file],
        "Content-Disposition": `inline; filename="${file}"`,
        "Content-Security-Policy": notePolicy,
      });
    });
  group.openapi(listCorrections, async context => {
    const {id} = context.req.valid("param");
    const found = await services.corrections(id);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(openCorrection, async context => {
    const {id} = context.req.valid("param");
    const {kind, reason, wrong, right} = context.req.valid("json");
    const opened = await services.correct({
      id,
      by: context.var.caller,
      correction:
        kind === "corrected" && wrong !== undefined && right !== undefined
          ? {kind, reason, wrong, right}
          : {kind: "refiled", reason},
    });
    if (!opened) throw notFound(`draft ${id}`);
    return context.json(opened, 201);
  });
  group.openapi(retract, async context => {
    const {id} = context.req.valid("param");
    const {reason} = context.req.valid("json");
    const opened = await services.correct({
      id,
      by: context.var.caller,
      correction: {kind: "retracted", reason},
    });
    if (!opened) throw notFound(`draft ${id}`);
    return context.json(opened, 201);
  });
  group.openapi(approveCorrection, async context => {
    const {id, correction} = context.req.valid("param");
    const {accepted} = context.req.valid("json");
    const by = context.var.caller;
    const approved = await services.approveCorrection({id, correction, by, accepted});
    if (!approved) throw notFound(`open correction ${correction} of draft ${id}`);
    return context.json(approved, 202);
  });
  group.openapi(takeBack, async context => {
    const {id, correction} = context.req.valid("param");
    const done = await services.takeBack({id, correction, by: context.var.caller});
    if (!done) throw notFound(`open correction ${correction} of draft ${id}`);
    return context.json(done, 200);
  });
  return group;
}
