import {basename, join} from "node:path";
import {UsageError} from "../../model/errors.ts";
import type {Release} from "../release.ts";
import {commonFields} from "./fields.ts";
import {frontMatter} from "./frontMatter.ts";
import {type Generator, type Laid, laidOut} from "./layout.ts";
import {bodyOf, cardOf} from "./post.ts";

/**
 * `_posts/<id>.md`, and `<id>/` for what belongs to it: Jekyll publishes nothing else that lies among
 * posts. Their common folder is the post's category, so the address of both is the same.
 */
export const jekyll: Generator = {
  name: "Jekyll",
  place(out) {
    if (basename(out) === "_posts")
      throw new UsageError(
        `${out}: pictures that lie in _posts are not published by Jekyll, so name the folder above it, such as ${join(out, "..", "notes")}; _posts is made in it`,
      );
    return {root: out, posts: "_posts", files: ""};
  },
  layout(release: Release): Laid {
    const {id, publishedAt, updatedAt, home} = release;
    const card = cardOf(release);
    const {assay, ...common} = commonFields(release);
    const head = frontMatter({
      layout: "post",
      ...common,
      permalink: "/:categories/:slug/",
      date: new Date(publishedAt),
      last_modified_at: new Date(updatedAt),
      published: true,
      render_with_liquid: false,
      ...(card && {image: {path: card.path, alt: card.alt}}),
      canonical_url: home,
      assay,
    });
    const body = bodyOf(
      release,
      path => path,
      path => path,
    );
    const post = join("_posts", `${id}.md`);
    return {
      ...laidOut(
        release,
        () => id,
        post,
        `${head}
${body}`,
      ),
      rivals: ["markdown", "html"].map(ending => join("_posts", `${id}.${ending}`)),
    };
  },
};
