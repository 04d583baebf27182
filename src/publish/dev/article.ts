import {createHash} from "node:crypto";
import {z} from "zod";
import {wordsFor} from "../../languages/release.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import {tokensOf} from "../../markdown/tokens.ts";
import type {Receipt} from "../../model/publication.ts";
import type {HomePage} from "../homePage.ts";
import type {Release} from "../release.ts";

/** What we read of an article of ours. */
export const articleSchema = z.object({
  id: z.int(),
  title: z.string(),
  url: z.string(),
  body_markdown: z.string().nullish(),
  canonical_url: z.string().nullish(),
  published: z.boolean().optional(),
  published_at: z.string().nullish(),
});
export type Article = Readonly<z.output<typeof articleSchema>>;

const mostTags = 4;
const longestTag = 30;

/** A release as the fields of an article. */
export function articleOf(release: Release, page: HomePage) {
  const {about, home, retraction} = release;
  return {
    title: about.title,
    body_markdown: `${markdownOf(release, page)}\n\n${markOf(release)}\n`,
    description: retraction ? wordsFor(about.locale).retracted(retraction.at) : about.description,
    tags: tagsOf(about.tags),
    canonical_url: home ?? null,
    ...(!retraction && page.image !== undefined && {main_image: page.image}),
  };
}

/**
 * At most four, in letters and digits of English.
 *
 * @example tagsOf(["TAO", "Proof of work", "İş gücü", "tao"]) // ["tao", "proofofwork", "isgucu"]
 */
export function tagsOf(tags: readonly string[]): string[] {
  const plain = tags.map(tag =>
    tag
      .toLowerCase()
      .replaceAll("ı", "i")
      .normalize("NFKD")
      .replace(/[^a-z0-9]/g, "")
      .slice(0, longestTag),
  );
  return [...new Set(plain.filter(Boolean))].slice(0, mostTags);
}

function markdownOf(release: Release, page: HomePage): string {
  const {about, corrections, retraction, home} = release;
  const words = wordsFor(about.locale);
  if (retraction)
    return safe(
      `> **${escaped(words.retracted(retraction.at))}**\n\n${escaped(retraction.reason)}`,
    );
  const above = [
    ...(about.banner === undefined ? [] : [`> **${escaped(about.banner)}**`]),
    ...corrections.map(
      one => `> **${escaped(words.corrected(one.at))}** ${escaped(words.wrongAndRight(one))}`,
    ),
  ];
  const note = tokensOf(readFrontMatter(release.text).body)
    .filter(token => !(token.type === "heading" && token.depth === 1))
    .map(({raw}) => raw)
    .join("")
    .trim();
  const below = home === undefined ? [] : [`*${words.first} <${home}>*`];
  return safe([...above, pictured(note, page, words.chart, home), ...below].join("\n\n"));
}

const chart = /!\[((?:\\.|[^\]\\])*)\]\((charts\/[^)\s]+)\)/g;

/** Charts as they stand where the note stands first; a link there in place of one that does not. */
const pictured = (
  text: string,
  {pictures}: HomePage,
  named: (alt: string) => string,
  home: string | undefined,
): string =>
  text.replace(chart, (_, alt: string) => {
    const address = pictures.get(alt.replace(/\\(.)/g, "$1"));
    if (address !== undefined) return `![${alt}](${address})`;
    const words = escaped(named("")).replace(/\s*(?=\\?\]$)/, ` ${alt}`);
    return home === undefined ? words : `[${words}](${home})`;
  });

/**
 * Forem reads its own tags (`{% … %}`, `{{ … }}`) in the finished HTML, where no escape is left, and
 * calls whoever stands behind an @: what is not seen keeps them apart. What begins with a rule it
 * takes for front matter.
 */
const safe = (markdown: string): string =>
  markdown
    .replace(/\{(?=[%{])/g, "{\u200b")
    .replace(/(?<![\w.+-])@(?=\w)/g, "@\u200b")
    .replace(/^---/, "\\---");

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** Stands in the Markdown alone. */
const markOf = ({id, digest}: Pick<Release, "id" | "digest">): string =>
  `<!-- assay-note:${id}; assay-release:${digest} -->`;

const mark = /<!-- assay-note:([^;\s]+); assay-release:([\da-f]{64}) -->/;

/** What an article says of itself; undefined where it is none of ours. */
export function marksOf({body_markdown}: Pick<Article, "body_markdown">) {
  const [, id, digest] = mark.exec(body_markdown ?? "") ?? [];
  return id !== undefined && digest !== undefined ? {id, digest} : undefined;
}

export const isShown = ({published, published_at}: Article): boolean =>
  published ?? Boolean(published_at);

export const storedOf = ({
  title,
  body_markdown,
}: Pick<Article, "title" | "body_markdown">): string => `# ${title}\n\n${body_markdown ?? ""}`;

export function receiptOf(article: Article): Receipt {
  const stored = storedOf(article);
  const digest = createHash("sha256").update(stored).digest("hex");
  return {
    id: String(article.id),
    address: article.url,
    digest: marksOf(article)?.digest ?? digest,
    stamp: digest,
    stored,
  };
}

/** The one that stands for the note: the one on record, else the one that readers see, else the first. */
export function chosen(articles: readonly Article[], known: string | undefined) {
  const rank = (one: Article) => (String(one.id) === known ? 2 : 0) + (isShown(one) ? 1 : 0);
  return articles.toSorted((a, b) => rank(b) - rank(a) || a.id - b.id)[0];
}
