import {createRoute, z} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {notePolicy} from "./guard.ts";
import {etagOf} from "./ifMatch.ts";
import {notFound} from "./problem.ts";
import {idParam, json, problems, routes} from "./routes.ts";
import {type DeskServices, type DraftFile, draftFiles} from "./services.ts";
import {draftSchema, draftsQuerySchema, draftsSchema} from "./shapes.ts";

const listDrafts = createRoute({
  method: "get",
  path: "/api/drafts",
  summary: "Drafts, newest first unless told",
  middleware: [atLeast("viewer")],
  request: {query: draftsQuerySchema},
  responses: {200: json(draftsSchema, "Drafts"), ...problems},
});

const showDraft = createRoute({
  method: "get",
  path: "/api/drafts/{id}",
  summary: "One draft",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(draftSchema, "The draft"), ...problems},
});

const showText = createRoute({
  method: "get",
  path: "/api/drafts/{id}/text",
  summary: "Its newest text; the ETag is its revision",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {
    200: {description: "Markdown", content: {"text/markdown": {schema: z.string()}}},
    304: {description: "It is the revision that If-None-Match names"},
    ...problems,
  },
});

export const fileTypes: Readonly<Record<DraftFile, string>> = {
  "note.html": "text/html; charset=utf-8",
  "note.pdf": "application/pdf",
  "evidence.json": "application/json",
};

const fileRoute = (file: DraftFile) =>
  createRoute({
    method: "get",
    path: `/api/drafts/{id}/${file}`,
    summary: `Its ${file}, as it would be published`,
    middleware: [atLeast("viewer")],
    request: {params: idParam},
    responses: {200: {description: file}, ...problems},
  });

export function draftRoutes(
  services: Pick<DeskServices, "drafts" | "draft" | "draftText" | "draftFile">,
) {
  const group = routes();
  group.openapi(listDrafts, async context =>
    context.json(await services.drafts(context.req.valid("query")), 200),
  );
  group.openapi(showDraft, async context => {
    const {id} = context.req.valid("param");
    const draft = await services.draft(id);
    if (!draft) throw notFound(`draft ${id}`);
    return context.json(draft, 200);
  });
  group.openapi(showText, async context => {
    const {id} = context.req.valid("param");
    const found = await services.draftText(id);
    if (!found) throw notFound(`draft ${id}`);
    const etag = etagOf(found.revision);
    const known = (context.req.header("if-none-match") ?? "").split(/\s*,\s*/);
    if (known.includes(etag)) return context.body(null, 304, {ETag: etag});
    return context.body(found.text, 200, {
      "Content-Type": "text/markdown; charset=utf-8",
      ETag: etag,
    });
  });
  for (const file of draftFiles)
    group.openapi(fileRoute(file), async context => {
      const {id} = context.req.valid("param");
      const content = await services.draftFile(id, file);
      if (content === undefined) throw notFound(`${file} of a draft ${id}`);
      const body = typeof content === "string" ? content : new Uint8Array(content);
      return context.body(body, 200, {
        "Content-Type": fileTypes[file],
        "Content-Disposition": `inline; filename="${file}"`,
        "Content-Security-Policy": notePolicy,
      });
    });
  return group;
}
