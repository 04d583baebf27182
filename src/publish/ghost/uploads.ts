import {z} from "zod";
import type {Http} from "../http.ts";
import {
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
import type {Addresses} from "./content.ts";

const placed = z.object({url: z.url()});
const answers = z.union([
  z.object({images: z.array(placed).min(1)}).transform(({images}) => images[0]!.url),
  z.object({files: z.array(placed).min(1)}).transform(({files}) => files[0]!.url),
]);

/** A file of the release that Ghost is to have, made only when it has to be sent. */
interface Wanted {
  readonly path: string;
  readonly name: string;
  readonly into: "images" | "files";
  readonly make: () => Promise<Upload>;
}

/** Nothing of a note that was retracted is shown. */
export function wantedOf(release: Release): Wanted[] {
  if (release.retraction) return [];
  const charts = drawingPaths(release).map(
    (path): Wanted => ({
      path,
      name: chartName(release, path),
      into: "images",
      make: () => chartOf(release, path),
    }),
  );
  const others = (["card.png", "note.pdf", "evidence.json"] as const)
    .filter(path => release.files.has(path))
    .map((path): Wanted => {
      const upload = fileUpload(release, path);
      const into = path === "card.png" ? "images" : "files";
      return {path, name: upload.name, into, make: async () => upload};
    });
  return [...charts, ...leadWanted(release), ...others];
}

function leadWanted(release: Release): Wanted[] {
  const [chart] = chartPaths(release);
  if (chart === undefined) return [];
  const make = () => leadOf(release, chart);
  return [{path: leadPath, name: leadName(release, chart), into: "images", make}];
}

/**
 * Puts a release's pictures and files there, each once: an address that the post has of one, the
 * journal's, or the one where an interrupted attempt will have put it.
 */
export async function putFiles(
  release: Release,
  standing: string,
  journal: Journal,
  {http, url, now}: {readonly http: Http; readonly url: string; readonly now: () => Date},
): Promise<Addresses> {
  const addresses = new Map<string, string>();
  for (const {path, name, into, make} of wantedOf(release)) {
    const known = addressIn(standing, name);
    const address =
      known ??
      (await journal.once(`upload ${name}`, z.string(), async begunBefore => {
        const found = begunBefore ? await sought(http, url, into, name, now()) : undefined;
        return found ?? (await upload(http, into, await make()));
      }));
    addresses.set(path, address);
  }
  return addresses;
}

/** The address of a file of that name in a post: the digest in the name says that it is the same. */
function addressIn(html: string, name: string): string | undefined {
  const end = html.indexOf(`/${name}"`);
  if (end === -1) return undefined;
  const begin = html.lastIndexOf('"', end) + 1;
  const address = html.slice(begin, end + name.length + 1);
  return /^https?:/.test(address) && URL.canParse(address) ? address : undefined;
}

/** Ghost keeps what it is sent under its month. */
async function sought(
  http: Http,
  url: string,
  into: Wanted["into"],
  name: string,
  now: Date,
): Promise<string | undefined> {
  const months = [0, -1].map(back => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + back));
    return month.toISOString().slice(0, 7).replace("-", "/");
  });
  for (const month of months) {
    const address = `${url}/content/${into}/${month}/${name}`;
    const there = into === "images" ? http.loads(address) : http.isThere(address);
    if (await there) return address;
  }
  return undefined;
}

async function upload(http: Http, into: Wanted["into"], file: Upload): Promise<string> {
  const form = new FormData();
  form.append(
    "file",
    new Blob([file.bytes as Uint8Array<ArrayBuffer>], {type: file.type}),
    file.name,
  );
  form.append("ref", file.path);
  if (into === "images") form.append("purpose", "image");
  return http.call({
    step: `take ${file.path} (${Math.ceil(file.bytes.length / 1024)} kB)`,
    method: "POST",
    path: `/${into}/upload/`,
    body: form,
    schema: answers,
  });
}
