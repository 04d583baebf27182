import {z} from "zod";
import {narrowPath} from "../../render/charts/files.ts";
import type {Http} from "../http.ts";
import {
  chartAlts,
  chartName,
  chartOf,
  chartPaths,
  drawingPaths,
  fileUpload,
  leadName,
  leadOf,
  leadPath,
  type Upload,
} from "../pictures.ts";
import type {Release} from "../release.ts";
import type {Journal} from "../target.ts";

const placedSchema = z.object({id: z.int(), address: z.url()});

/** Where WordPress has put the files of a release, by their paths in it. */
export type Media = ReadonlyMap<string, z.output<typeof placedSchema>>;

const mediaSchema = z
  .object({id: z.int(), slug: z.string(), source_url: z.url()})
  .transform(({id, slug, source_url}) => ({id, slug, address: source_url}));
const fields = "id,slug,source_url";

/** A file of the release that WordPress is to have, made only when it has to be sent. */
interface Wanted {
  readonly path: string;
  readonly name: string;
  readonly alt: string;
  readonly make: () => Promise<Upload>;
}

/**
 * Nothing of a note that was retracted is shown. The evidence is JSON, of which WordPress takes none:
 * it lies in the PDF.
 */
export function wantedOf(release: Release): Wanted[] {
  if (release.retraction) return [];
  const paths = chartPaths(release);
  const alts = chartAlts(release);
  const [first] = paths;
  const lead: Wanted[] =
    first === undefined
      ? []
      : [
          {
            path: leadPath,
            name: leadName(release, first),
            alt: alts[0] ?? "",
            make: () => leadOf(release, first),
          },
        ];
  const pdf: Wanted[] = release.files.has("note.pdf")
    ? [fileUpload(release, "note.pdf")].map(upload => ({
        path: upload.path,
        name: upload.name,
        alt: "",
        make: async () => upload,
      }))
    : [];
  const charts = drawingPaths(release).map(path => ({
    path,
    name: chartName(release, path),
    alt: alts[paths.findIndex(one => one === path || narrowPath(one) === path)] ?? "",
    make: () => chartOf(release, path),
  }));
  return [...charts, ...lead, ...pdf];
}

/**
 * Puts a release's pictures and files there, each once: one that is there under the same name, which
 * has its digest, is the same.
 */
export async function putMedia(release: Release, journal: Journal, http: Http): Promise<Media> {
  const media = new Map<string, z.output<typeof placedSchema>>();
  for (const wanted of wantedOf(release)) {
    const placed = await journal.once(
      `upload ${wanted.name}`,
      placedSchema,
      async () => (await sought(http, wanted.name)) ?? (await upload(http, wanted)),
    );
    media.set(wanted.path, placed);
  }
  return media;
}

async function sought(http: Http, name: string) {
  const [slug = ""] = name.toLowerCase().split(".");
  const found = await http.call({
    step: "look for files that it has already",
    path: "/media",
    query: {slug, _fields: fields},
    schema: z.array(mediaSchema),
  });
  return found.find(({address}) => address.toLowerCase().endsWith(`/${name.toLowerCase()}`));
}

async function upload(http: Http, {path, name, alt, make}: Wanted) {
  const {bytes, type} = await make();
  const query = {_fields: fields, ...(alt && {alt_text: alt})};
  return http.call({
    step: `take ${path} (${Math.ceil(bytes.length / 1024)} kB)`,
    method: "POST",
    path: "/media",
    query,
    headers: {"content-type": type, "content-disposition": `attachment; filename="${name}"`},
    body: Buffer.from(bytes),
    schema: mediaSchema,
    // It says so with a failure of the server.
    final: ({said}) => (/rest_upload_|not allowed to upload/.test(said) ? true : undefined),
  });
}

/** Whether a picture is one that we put above a post. */
export async function isLead(http: Http, id: number): Promise<boolean> {
  const answer = await http.ask({
    step: "look up the post's picture",
    path: `/media/${id}`,
    query: {_fields: fields},
    schema: mediaSchema,
    or: [401, 403, 404],
  });
  // A slug that is there already is numbered.
  return answer.ok && /-lead-[\da-f]{12}(?:-\d+)?$/.test(answer.value.slug);
}
