import {join} from "node:path";
import type {Release} from "../release.ts";
import {commonFields} from "./fields.ts";
import {frontMatter} from "./frontMatter.ts";
import {addressOf, type Generator, type Laid, laidOut, type Place} from "./layout.ts";
import {bodyOf, cardOf} from "./post.ts";

/** A leaf bundle: `<id>/index.md`, and what belongs to it beside. */
export const hugo: Generator = {
  name: "Hugo",
  place: out => ({root: out, posts: "", files: ""}),
  layout(release: Release, place: Place): Laid {
    const {id, publishedAt, updatedAt, home} = release;
    const address = addressOf(release, place);
    const card = cardOf(release);
    const {assay, ...common} = commonFields(release);
    const head = frontMatter({
      ...common,
      date: new Date(publishedAt),
      lastmod: new Date(updatedAt),
      draft: false,
      ...(card && {
        // Hugo's own Open Graph and Twitter templates take the address, or a resource of this name.
        images: address && [`${address}${card.path}`],
        resources: [{src: card.path, name: "feature", title: card.alt}],
        cover: {image: card.path, alt: card.alt, relative: true},
      }),
      canonicalURL: home,
      assay,
    });
    const body = bodyOf(
      release,
      path => path,
      path => path,
    );
    const post = join(id, "index.md");
    return {
      ...laidOut(
        release,
        () => id,
        post,
        `${head}
${body}`,
      ),
      rivals: [`${id}.md`, `${id}.html`, join(id, "index.html"), join(id, "_index.md")],
    };
  },
};
