import {check} from "./check/check.ts";
import {faultLine} from "./check/fault.ts";
import {figurePlaces} from "./check/figurePlaces.ts";
import {revise} from "./check/revise.ts";
import {evidenceOf} from "./evidence/evidence.ts";
import {evidenceText} from "./evidence/evidenceText.ts";
import {find} from "./findings/find.ts";
import {type Languages, languageOf, languages as ours} from "./languages/index.ts";
import type {Article} from "./model/article.ts";
import type {Chart} from "./model/chart.ts";
import type {Draft} from "./model/draft.ts";
import {FaultsFound, NothingToSay} from "./model/errors.ts";
import type {Evidence} from "./model/evidence.ts";
import type {Fault} from "./model/fault.ts";
import type {Findings} from "./model/finding.ts";
import type {Format} from "./model/form.ts";
import {type House, plainHouse} from "./model/house.ts";
import {type NoteSpec, type Order, toOrder} from "./model/order.ts";
import type {Gathered, Snapshot} from "./model/snapshot.ts";
import type {Workspace} from "./model/workspace.ts";
import {articleTexts, narrate} from "./narrative/article.ts";
import type {Language} from "./narrative/language.ts";
import {draftFile} from "./notes/draft.ts";
import {type About, aboutOf, requirePrintable} from "./render/about.ts";
import {cardSvg} from "./render/card.ts";
import {chartFiles} from "./render/charts/files.ts";
import {cardFile} from "./render/files.ts";
import {renderHtml} from "./render/html.ts";
import {renderMarkdown} from "./render/markdown.ts";
import {addressOf, type Encoding, metadataOf} from "./render/metadata.ts";
import type {PdfProperties} from "./render/pdfProperties.ts";
import type {Renderer} from "./render/renderer.ts";
import {styleDigest} from "./render/style.ts";
import {readTemplates, type Templates} from "./render/templates.ts";
import {snapshotFiles} from "./snapshots/folder.ts";
import {manifestText, record, sha256} from "./snapshots/record.ts";
import {readMarket} from "./sources/market.ts";
import {generator} from "./version.ts";

/** What the walk needs of the world. */
export interface Effects extends PressEffects {
  readonly now: () => Date;
  readonly gather: (order: Order) => Promise<Gathered & {readonly asOf: string}>;
  /** Puts the snapshot where it is safe as soon as it is gathered. */
  readonly keep?: (snapshot: Snapshot, order: Order) => Promise<void>;
  /** Says by throwing that the draft is not to be pressed as it is. */
  readonly accept?: (draft: Draft) => void;
}

/** What printing needs of the world. */
export interface PressEffects extends Renderer {
  /** Tells whoever ordered the note what they should know and no file says. */
  readonly notify?: (notice: string) => void;
  /** Tells whoever waits what is being done. */
  readonly step?: (text: string) => void;
}

/** What gives a note its form: whose it is, and the templates that lay it out. */
export interface Style {
  readonly house: House;
  readonly templates: Templates;
}

/** A draft pressed: its text with a true disclosure, what the check says of it, and its files. */
export interface Pressed {
  readonly text: string;
  readonly faults: readonly Fault[];
  /** A person has changed the text. */
  readonly edited: boolean;
  /** By path in the note's folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** A note from start to finish. */
export interface Note extends Pressed {
  readonly snapshot: Snapshot;
  readonly draft: Draft;
}

/** The walk from start to finish: gather, write, press. */
export async function report(
  spec: NoteSpec,
  style: Style,
  formats: readonly Format[],
  effects: Effects,
  languages: Languages = ours,
): Promise<Note> {
  const asked = toOrder(spec, effects.now());
  const gathered = await effects.gather(asked);
  const order = {...asked, asOf: gathered.asOf};
  const snapshot = record(gathered, order.asOf);
  await effects.keep?.(snapshot, order);
  effects.step?.("thinks the figures out and writes");
  const draft = write(order, snapshot, style, languages);
  effects.accept?.(draft);
  const pressed = await press(draft, draft.markdown, style, formats, effects, languages);
  return {snapshot, draft, ...pressed};
}

/**
 * Thinks the snapshot out and writes a note on it. It asks nobody and nothing: the same snapshot
 * gives the same draft. What the check finds in it is in the draft.
 *
 * @throws NothingToSay when not even a price is known
 */
export function write(
  order: Order,
  snapshot: Snapshot,
  {house, templates}: Style,
  languages: Languages = ours,
): Draft {
  const findings = find(readMarket(snapshot), order.locale);
  const article = narrate(order, snapshot, findings, languageOf(order.locale, languages), {
    generator,
    house,
  });
  if (!article) throw new NothingToSay(nothing(snapshot, findings));
  const markdown = renderMarkdown(article, order.template, templates);
  const style = styleDigest(house, order.template, templates);
  const texts = articleTexts(article);
  const evidence = evidenceOf({order, snapshot, findings, article, texts, generator, style});
  return {
    schema: "assay/draft@1",
    order,
    markdown,
    evidence,
    faults: check(markdown, evidence, languages.check),
    charts: chartsOf(article),
    news: article.news,
    page: {
      header: article.header,
      ...(article.banner !== undefined && {banner: article.banner}),
      pageOf: article.pageOf,
      minutes: article.minutes,
      tags: [...article.tags],
      idsOf: idsOf(snapshot),
    },
    manifest: manifestText(snapshot),
  };
}

/**
 * Makes page, PDF, picture and what machines are told from the draft and any text of it: its own, or
 * one that a person has changed. The files say truthfully which of them it is.
 *
 * @throws UsageError where the text has nothing to print, or no title
 */
export async function press(
  draft: Draft,
  text: string,
  {house, templates}: Style,
  formats: readonly Format[],
  effects: PressEffects,
  languages: Languages = ours,
): Promise<Pressed> {
  requirePrintable(draft, text);
  effects.step?.("draws the charts");
  const revision = revise(draft, text, languages.check);
  const about = aboutOf(draft, revision.text);
  const language = languageOf(about.locale, languages);
  const evidence = evidenceText(draft.evidence);
  const files = new Map<string, string | Uint8Array>();
  const picture =
    formats.includes("md") || formats.includes("html")
      ? cardSvg(about, house, draft.charts, language.customs).then(effects.rasterize)
      : undefined;
  picture?.catch(() => {}); // awaited below, while the page is made and printed
  const charts = await drawn(draft.charts, effects.draw);
  for (const [path, text] of charts) files.set(path, text);
  files.set("evidence.json", evidence);
  if (formats.includes("md")) files.set("note.md", revision.text);
  if (formats.includes("html") || formats.includes("pdf")) {
    const metadata = metadataOf({
      about,
      house,
      evidence: draft.evidence,
      encodings: formats.flatMap(format => encodingOf(format, revision.text)),
      evidenceFile: {
        path: "evidence.json",
        encodingFormat: "application/json",
        sha256: sha256(evidence),
      },
    });
    const page = {
      ...about,
      markdown: revision.text,
      charts,
      metadata,
      backing: backingOf(draft.evidence, revision.text, language, languages),
      lang: about.locale,
      spellings: spellingsOf(about),
      paper: draft.order.paper,
      house,
      templates,
    };
    effects.step?.("sets the page");
    const html = await renderHtml(page, effects.notify);
    if (formats.includes("html")) files.set("note.html", html);
    if (formats.includes("pdf")) {
      effects.step?.("prints the PDF");
      const properties = propertiesOf(draft, about, house, {evidence, charts});
      files.set("note.pdf", await effects.print(html, properties));
    }
  }
  if (picture) files.set(cardFile, await picture);
  return {...revision, files};
}

/** @throws FaultsFound where the check has found any in the draft */
export function refuseFaults({evidence, faults}: Draft): void {
  if (faults.length === 0) return;
  const lines = faults.map(fault => `  ${faultLine("note.md", fault)}`);
  throw new FaultsFound(
    `the note ${evidence.note.id} says what its evidence does not carry, so it was not written:\n${lines.join("\n")}`,
  );
}

/** Everything that a note leaves behind, by path in its folder: its files, its draft and its snapshot. */
export const contentsOf = ({files, draft, snapshot}: Note) =>
  new Map<string, string | Uint8Array>([
    ...files,
    [draftFile, `${JSON.stringify(draft)}\n`],
    ...[...snapshotFiles(snapshot)].map(([path, body]) => [`snapshot/${path}`, body] as const),
  ]);

/** The templates and the house of a workspace. */
export const styleOf = async ({house, templates}: Pick<Workspace, "house" | "templates">) => ({
  house,
  templates: await readTemplates(templates),
});

/** What stands behind a note that would be made from the snapshot, in that language. */
export async function evidenceFor(snapshot: Snapshot, locale: string): Promise<Evidence> {
  const {asset, asOf} = snapshot;
  const order = toOrder({coin: asset.id, source: "snapshot", asOf, locale}, new Date(asOf));
  return write(order, snapshot, await styleOf({house: plainHouse})).evidence;
}

/** What the page tells of the figures in that text. What the method says of itself leads nowhere further. */
function backingOf(
  evidence: Evidence,
  text: string,
  {evidence: words, customs}: Language,
  {check}: Languages,
) {
  const own = new Set(
    evidence.figures.flatMap(({id, of, origin}) =>
      of === "method" || "parameter" in origin ? [id] : [],
    ),
  );
  const places = figurePlaces(text, evidence, check).filter(({figure}) => !own.has(figure));
  return {evidence, places, words, customs};
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

/** How to write a name that no font draws. */
const spellingsOf = ({asset: {name, symbol, id}}: About) => [
  [name, symbol, id],
  [symbol, id],
];

/** What the PDF says of itself and carries: the evidence, what charts show, and what the snapshot holds. */
function propertiesOf(
  {evidence, manifest}: Draft,
  about: About,
  house: House,
  inside: {readonly evidence: string; readonly charts: ReadonlyMap<string, string>},
): PdfProperties {
  return {
    date: new Date(about.asOf),
    about: {
      title: about.title,
      description: about.description,
      author: house.name,
      lang: about.locale,
      keywords: [...about.tags, ...(about.banner ? [about.banner] : [])],
      identifier: addressOf(about, house) ?? about.id,
      generator: about.generator,
    },
    attachments: [
      {
        name: "evidence.json",
        description: "Every figure of the note, with its formula and its source",
        relationship: "Data",
        type: "application/json",
        content: inside.evidence,
      },
      ...[...inside.charts]
        .filter(([path]) => path.endsWith(".csv"))
        .map(([path, content]) => ({
          name: path.slice("charts/".length),
          description: `What the chart ${path.replace(".csv", ".svg")} shows`,
          relationship: "Data" as const,
          type: "text/csv" as const,
          content,
        })),
      {
        name: "snapshot-manifest.json",
        description: `What the sources answered, with the SHA-256 of each answer; its own is ${evidence.snapshot.sha256}`,
        relationship: "Source",
        type: "application/json",
        content: manifest,
      },
    ],
  };
}

const chartsOf = ({lead, sections}: Article): Chart[] =>
  [...(lead ? [lead] : []), ...sections.flatMap(({blocks}) => blocks)].flatMap(block =>
    block.kind === "exhibit" && "chart" in block.body ? [block.body.chart] : [],
  );

/** The charts and their data, by the path that the Markdown gives them. */
async function drawn(
  charts: readonly Chart[],
  draw: PressEffects["draw"],
): Promise<ReadonlyMap<string, string>> {
  const pictures = await draw(charts);
  return new Map(charts.flatMap((chart, i) => (pictures[i] ? chartFiles(chart, pictures[i]) : [])));
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
