import {join} from "node:path";
import type {Release} from "../release.ts";
import {commonFields} from "./fields.ts";
import {frontMatter} from "./frontMatter.ts";
import {type Generator, type Laid, laidOut} from "./layout.ts";
import {bodyOf, cardOf} from "./post.ts";

/** `<id>/index.md`, and beside it what Eleventy copies where it is told to. */
export const eleventy: Generator = {
  name: "Eleventy",
  place: out => ({root: out, posts: "", files: ""}),
  hint: 'Eleventy copies pictures and PDFs only where it is told to: addPassthroughCopy("<folder of the notes>/[0-9]*/**/*.{svg,png,pdf,json}") in its configuration',
  layout(release: Release): Laid {
    const {id, publishedAt, updatedAt, home} = release;
    const card = cardOf(release);
    const {assay, ...common} = commonFields(release);
    const head = frontMatter({
      ...common,
      date: new Date(publishedAt),
      updated: new Date(updatedAt),
      draft: false,
      // Markdown and nothing else: what looks like a tag of Liquid is text.
      templateEngineOverride: "md",
      ...(card && {image: card.path, imageAlt: card.alt}),
      canonical: home,
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
      rivals: [`${id}.md`, `${id}.html`, join(id, "index.html")],
    };
  },
};
