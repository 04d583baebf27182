import {check} from "./check/check.ts";
import {type Fault, faultLine} from "./check/fault.ts";
import {evidenceOf} from "./evidence/evidence.ts";
import {find} from "./findings/find.ts";
import type {Article} from "./model/article.ts";
import type {Chart} from "./model/chart.ts";
import {FaultsFound, NothingToSay} from "./model/errors.ts";
import type {Evidence} from "./model/evidence.ts";
import type {Findings} from "./model/finding.ts";
import {type Format, type NoteSpec, type Order, toOrder} from "./model/order.ts";
import type {Gathered, Snapshot} from "./model/snapshot.ts";
import {plain} from "./model/text.ts";
import {articleTexts, narrate} from "./narrative/article.ts";
import {cardSvg} from "./render/card.ts";
import {type Page, renderHtml} from "./render/html.ts";
import {renderMarkdown} from "./render/markdown.ts";
import {addressOf, type Encoding, metadataOf} from "./render/metadata.ts";
import type {PdfProperties} from "./render/pdfProperties.ts";
import {styleDigest} from "./render/style.ts";
import {readTemplates, type Templates} from "./render/templates.ts";
import {manifestText, record, sha256} from "./snapshots/record.ts";
import {readMarket} from "./sources/market.ts";
import {generator} from "./version.ts";

/** What the walk needs of the world. */
export interface Effects {
  readonly now: () => Date;
  readonly gather: (order: Order) => Promise<Gathered & {readonly asOf: string}>;
  /** Draws charts as SVG, in their order. */
  readonly draw: (charts: readonly Chart[]) => Promise<string[]>;
  /** Prints a page as a PDF with that date, those properties and those files inside. */
  readonly print: (html: string, properties: PdfProperties) => Promise<Uint8Array>;
  /** An SVG as PNG; without it a note has no picture for previews. */
  readonly rasterize?: (svg: string) => Promise<Uint8Array>;
  /** Tells whoever ordered the note what they should know and no file says. */
  readonly notify?: (notice: string) => void;
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
  effects: Pick<Effects, "draw" | "print" | "rasterize" | "notify">,
): Promise<Note> {
  const {draw, print, notify} = effects;
  const {findings, article: told} = narrated(order, snapshot);
  const wantsPage = formats.includes("html") || formats.includes("pdf");
  const rasterize =
    formats.includes("md") || formats.includes("html") ? effects.rasterize : undefined;
  const article = rasterize ? {...told, image: "card.png"} : told;
  const templates = await readTemplates(order.templates);
  const evidence = evidenceBehind(order, snapshot, {findings, article, templates});
  const evidenceText = `${JSON.stringify(evidence, null, 1)}\n`;

  const files = new Map<string, string | Uint8Array>();
  const markdown = renderMarkdown(article, order.template, templates);
  refuseFaults(article.id, check(markdown, evidence));
  const picture = rasterize?.(await cardSvg(article, order.house));
  picture?.catch(() => {}); // awaited below, while the page is made and printed
  const charts = await chartsOf(article, draw);
  for (const [path, svg] of charts) files.set(path, svg);
  files.set("evidence.json", evidenceText);
  if (formats.includes("md")) files.set("note.md", markdown);
  if (wantsPage) {
    const metadata = metadataOf({
      article,
      house: order.house,
      evidence,
      idsOf: idsOf(snapshot),
      encodings: formats.flatMap(format => encodingOf(format, markdown)),
      evidenceFile: {
        path: "evidence.json",
        encodingFormat: "application/json",
        sha256: sha256(evidenceText),
      },
    });
    const page = pageOf(order, article, markdown, charts, metadata);
    const html = await renderHtml({...page, templates}, notify);
    if (formats.includes("html")) files.set("note.html", html);
    if (formats.includes("pdf"))
      files.set(
        "note.pdf",
        await print(html, propertiesOf(order, article, evidenceText, snapshot)),
      );
  }
  if (article.image && picture) files.set(article.image, await picture);
  return {order, snapshot, findings, article, evidence, files};
}

/** What stands behind a note that would be made from the snapshot, in that language. */
export async function evidenceFor(snapshot: Snapshot, locale: string): Promise<Evidence> {
  const {asset, asOf} = snapshot;
  const order = toOrder({coin: asset.id, source: "snapshot", asOf, locale}, new Date(asOf));
  const templates = await readTemplates();
  return evidenceBehind(order, snapshot, {...narrated(order, snapshot), templates});
}

function narrated(order: Order, snapshot: Snapshot): {findings: Findings; article: Article} {
  const findings = find(readMarket(snapshot), order.locale);
  const article = narrate(order, snapshot, findings, generator);
  if (!article) throw new NothingToSay(nothing(snapshot, findings));
  return {findings, article};
}

interface Told {
  readonly findings: Findings;
  readonly article: Article;
  readonly templates: Templates;
}

function evidenceBehind(order: Order, snapshot: Snapshot, told: Told): Evidence {
  const {findings, article, templates} = told;
  const texts = articleTexts(article);
  const style = styleDigest(order.house, order.template, templates);
  return evidenceOf({order, snapshot, findings, article, texts, generator, style});
}

/** @throws FaultsFound: a note that says what its evidence does not carry is not written */
function refuseFaults(id: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const lines = faults.map(fault => `  ${faultLine("note.md", fault)}`);
  throw new FaultsFound(
    `the note ${id} says what its evidence does not carry, so nothing was written:\n${lines.join("\n")}`,
  );
}

/** The other files of the note beside its page. */
function encodingOf(format: Format, markdown: string): Encoding[] {
  switch (format) {
    case "md":
      return [{path: "note.md", encodingFormat: "text/markdown", sha256: sha256(markdown)}];
    case "pdf":
      return [{path: "note.pdf", encodingFormat: "application/pdf"}];
    case "html":
      return [];
  }
}

/** Whose ids the coins go by: CoinGecko's wherever it was asked, else the first source's own. */
function idsOf({answers}: Snapshot): string {
  const sources = answers.map(({source}) => source);
  return sources.includes("coingecko") ? "coingecko" : (sources[0] ?? "assay");
}

/** What the PDF says of itself and carries: the evidence, and what the snapshot holds. */
function propertiesOf(
  order: Order,
  article: Article,
  evidence: string,
  snapshot: Snapshot,
): PdfProperties {
  return {
    date: new Date(order.asOf),
    about: {
      title: plain(article.title),
      description: article.description,
      author: order.house.name,
      lang: article.locale,
      keywords: [...article.tags, ...(article.banner ? [article.banner] : [])],
      identifier: addressOf(article, order.house) ?? article.id,
      generator,
    },
    attachments: [
      {
        name: "evidence.json",
        description: "Every figure of the note, with its formula and its source",
        relationship: "Data",
        content: evidence,
      },
      {
        name: "snapshot-manifest.json",
        description: `What the sources answered, with the SHA-256 of each answer; its own is ${snapshot.sha256}`,
        relationship: "Source",
        content: manifestText(snapshot),
      },
    ],
  };
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
  metadata: string,
): Page {
  const {name, symbol, id} = article.asset;
  return {
    markdown,
    charts,
    metadata,
    spellings: [
      [name, symbol, id],
      [symbol, id],
    ],
    title: plain(article.title),
    description: article.description,
    lang: article.locale,
    header: article.header,
    pageOf: article.pageOf,
    paper: order.paper,
    house: order.house,
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
