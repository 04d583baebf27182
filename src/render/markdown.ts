import type {Article} from "../model/article.ts";
import {cardFile} from "./files.ts";
import {cell, has, is, json, md, quoted, rule, shown} from "./helpers.ts";
import {compileLayout} from "./layout.ts";
import {type Templates, templateOf} from "./templates.ts";

const kit = {writers: {md, cell, rule, quoted, json}, values: {is, has}, shown};

const compiled = new WeakMap<Templates, Map<string, (view: object) => string>>();

/**
 * The article as Markdown with front matter, by the template of that name. The template formats and
 * computes nothing: the article has every word.
 *
 * @throws UsageError when there is no such template, or it does not fit what it is given
 */
export function renderMarkdown(article: Article, name: string, templates: Templates): string {
  const layouts = compiled.get(templates) ?? new Map();
  compiled.set(templates, layouts);
  const write = layouts.get(name) ?? compileLayout(templateOf(templates, name), templates, kit);
  layouts.set(name, write);
  return tidy(write(viewOf(article)));
}

/** What a template is given: optional fields are there, and tags are names from outside. */
const viewOf = ({authorship: _, lead, ...article}: Article) => ({
  banner: "",
  image: cardFile,
  ...article,
  lead: lead ? [lead] : [],
  tags: article.tags.map(tag => [{name: tag}]),
});

/** No more than one empty line in a row, and one line end at the end. */
const tidy = (markdown: string) => `${markdown.replace(/\n{3,}/g, "\n\n").trim()}\n`;
