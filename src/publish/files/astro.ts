import {sep} from "node:path";
import {UsageError} from "../../model/errors.ts";
import type {Release} from "../release.ts";
import {commonFields} from "./fields.ts";
import {frontMatter} from "./frontMatter.ts";
import {type Generator, inFolder, type Laid, laidOut, type Place} from "./layout.ts";
import {bodyOf, cardOf} from "./post.ts";

/**
 * An entry of a collection, `src/content/notes/<id>/index.md`, with its pictures, which Astro takes
 * from there, and what is only linked in `public/notes/<id>/`, from where it is copied.
 */
export const astro: Generator = {
  name: "Astro",
  place(out) {
    const parts = out.split(sep);
    const src = parts.lastIndexOf("src");
    const [, ...collection] = parts.slice(src + 1);
    if (src < 1 || collection.length === 0)
      throw new UsageError(
        `${out} is no folder of a collection of Astro's: name one such as src/content/notes`,
      );
    return {
      root: parts.slice(0, src).join(sep) || sep,
      posts: parts.slice(src).join("/"),
      files: ["public", ...collection].join("/"),
    };
  },
  layout(release: Release, place: Place): Laid {
    const {id, publishedAt, updatedAt, home} = release;
    const card = cardOf(release);
    const {assay, ...common} = commonFields(release);
    const head = frontMatter({
      ...common,
      pubDate: new Date(publishedAt),
      updatedDate: new Date(updatedAt),
      draft: false,
      ...(card && {heroImage: `./${card.path}`, heroImageAlt: card.alt}),
      canonicalURL: home,
      assay,
    });
    const base = `${baseOf(place)}/${place.files.replace(/^public\//, "")}/${id}/`;
    const body = bodyOf(
      release,
      path => `./${path}`,
      path => `${base}${path}`,
    );
    const folder = inFolder(place.posts, id);
    const post = `${folder}/index.md`;
    return {
      ...laidOut(
        release,
        path => inFolder(isLinked(path) ? place.files : place.posts, id),
        post,
        `${head}
${body}`,
      ),
      rivals: [`${folder}.md`, `${folder}.mdx`, `${folder}/index.mdx`],
    };
  },
};

const isLinked = (path: string) => ["note.pdf", "evidence.json"].includes(path);

/** What the whole site stands below, as far as the address of its notes tells. */
function baseOf({files, url}: Place): string {
  const path = url === undefined ? "" : new URL(url).pathname;
  const collection = files.replace(/^public/, "");
  return path.endsWith(collection) ? path.slice(0, -collection.length) : "";
}
