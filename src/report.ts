import {evidenceOf} from "./evidence/evidence.ts";
import {find} from "./findings/find.ts";
import type {Article} from "./model/article.ts";
import type {Chart} from "./model/chart.ts";
import {NothingToSay} from "./model/errors.ts";
import type {Evidence} from "./model/evidence.ts";
import type {Findings} from "./model/finding.ts";
import {type Format, type NoteSpec, type Order, toOrder} from "./model/order.ts";
import type {Gathered, Snapshot} from "./model/snapshot.ts";
import {plain} from "./model/text.ts";
import {articleTexts, narrate} from "./narrative/article.ts";
import type {Attachment} from "./render/attach.ts";
import {renderHtml} from "./render/html.ts";
import {renderMarkdown} from "./render/markdown.ts";
import {record} from "./snapshots/record.ts";
import {readMarket} from "./sources/market.ts";
import {generator} from "./version.ts";

/** What the walk needs of the world. */
export interface Effects {
  readonly now: () => Date;
  readonly gather: (order: Order) => Promise<Gathered & {readonly asOf: string}>;
  /** Draws charts as SVG, in their order. */
  readonly draw: (charts: readonly Chart[]) => Promise<string[]>;
  /** Prints a page as a PDF of that date, with the evidence inside. */
  readonly print: (html: string, date: Date, evidence: Attachment) => Promise<Uint8Array>;
}

/** A finished note: the text, what stands behind it, and every file it leaves behind. */
export interface Note {
  readonly order: Order;
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  readonly article: Article;
  readonly evidence: Evidence;
  /** By path in the note's folder; the snapshot lies beside them. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** The walk from start to finish. */
export async function report(
  spec: NoteSpec,
  formats: readonly Format[],
  effects: Effects,
): Promise<Note> {
  const order = toOrder(spec, effects.now());
  const gathered = await effects.gather(order);
  const snapshot = record(gathered, gathered.asOf);
  return compose({...order, asOf: gathered.asOf}, snapshot, formats, effects);
}

/** The walk from the snapshot on: it asks nobody and nothing, so the same snapshot gives the same note. */
export async function compose(
  order: Order,
  snapshot: Snapshot,
  formats: readonly Format[],
  {draw, print}: Pick<Effects, "draw" | "print">,
): Promise<Note> {
  const market = readMarket(snapshot);
  const findings = find(market, order.locale);
  const article = narrate(order, snapshot, findings, generator);
  if (!article) throw new NothingToSay(nothing(snapshot, findings));
  const texts = articleTexts(article);
  const evidence = evidenceOf({order, snapshot, findings, article, texts, generator});

  const attached = {
    name: "evidence.json",
    description: "Every figure of the note, with its formula and its source",
    content: `${JSON.stringify(evidence, null, 1)}\n`,
  };
  const files = new Map<string, string | Uint8Array>();
  const charts = await chartsOf(article, draw);
  const markdown = await renderMarkdown(article, order.template);
  for (const [path, svg] of charts) files.set(path, svg);
  files.set(attached.name, attached.content);
  if (formats.includes("md")) files.set("note.md", markdown);
  if (formats.includes("html") || formats.includes("pdf")) {
    const html = await renderHtml(pageOf(order, article, markdown, charts));
    if (formats.includes("html")) files.set("note.html", html);
    if (formats.includes("pdf"))
      files.set("note.pdf", await print(html, new Date(order.asOf), attached));
  }
  return {order, snapshot, findings, article, evidence, files};
}

/** The article's charts, by the path that its Markdown gives them. */
async function chartsOf(
  {sections}: Article,
  draw: Effects["draw"],
): Promise<ReadonlyMap<string, string>> {
  const charts = sections
    .flatMap(section => section.blocks)
    .flatMap(block =>
      block.kind === "exhibit" && "chart" in block.body ? [block.body.chart] : [],
    );
  const drawn = await draw(charts);
  return new Map(charts.map(({name}, i) => [`charts/${name}.svg`, drawn[i]!]));
}

function pageOf(
  order: Order,
  article: Article,
  markdown: string,
  charts: ReadonlyMap<string, string>,
) {
  return {
    markdown,
    charts,
    title: plain(article.title),
    description: plain(article.deck),
    lang: article.locale,
    header: article.header,
    pageOf: article.pageOf,
    paper: order.paper,
    ...(article.banner !== undefined && {banner: article.banner}),
  };
}

/** What to do when the snapshot holds no price of the coin. */
function nothing({asset, asOf}: Snapshot, {abstentions, series}: Findings): string {
  const ends = abstentions.flatMap(({reason}) =>
    reason.kind === "history-ends" ? [reason.day] : [],
  );
  const days = series.filter(({id}) => id === `close.${asset.id}`);
  const known = ends[0]
    ? `its last close on record is that of ${ends[0]}: give --as-of within three days of it`
    : days.length
      ? `its closes on record are ${days.map(({from, to}) => `${from} to ${to}`).join(", ")}`
      : "the record holds no price of it that is recent enough";
  return `nothing can honestly be said of ${asset.id} as of ${asOf}: ${known}`;
}
