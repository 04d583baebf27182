import type {Article, Block, ExhibitBlock, Section, Table} from "../model/article.ts";
import {describe} from "../model/description.ts";
import type {Figure} from "../model/figure.ts";
import {readingMinutes} from "../model/figureNames.ts";
import type {Findings} from "../model/finding.ts";
import type {House} from "../model/house.ts";
import {noteId} from "../model/noteId.ts";
import type {Order} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {plain, type Text} from "../model/text.ts";
import {deckOf} from "./deck.ts";
import {type Facts, factsOf} from "./facts.ts";
import {keyDataOf} from "./keyData.ts";
import type {Language} from "./language.ts";
import {pen} from "./pen.ts";
import {type PlannedSection, plans} from "./plans.ts";
import {told, word, worded} from "./point.ts";
import {type SectionName, type Story, storyOf} from "./story.ts";
import {summaryOf} from "./summary.ts";
import {titleOf} from "./title.ts";

/** What is there to be looked up. */
const reference: readonly SectionName[] = ["method", "disclosures"];

/** Words a minute, of a reader who looks at the exhibits too. */
const readingSpeed = 220;

/**
 * The findings as an article: plain data, in no format yet. Undefined where not even a price is
 * known.
 */
export function narrate(
  order: Order,
  snapshot: Snapshot,
  findings: Findings,
  words: Language,
  {generator, house}: {readonly generator: string; readonly house: House},
): Article | undefined {
  const facts = factsOf(order, snapshot, findings, {
    pen: pen(words.customs, words.smallNumbers),
    generator,
    house,
  });
  if (!facts) return undefined;
  const story = storyOf(facts);
  const {inProse} = words;
  const title = inProse(word(words.head.titles, titleOf(facts, story), facts));
  const deck = inProse(told(words.head.deck, deckOf(facts, story), facts));
  const summary = summaryOf(facts, story).map(point =>
    inProse(told(words.head.summary, point, facts)),
  );
  const body = story.sections.flatMap(name => {
    const section = sectionOf(name, facts, story, words);
    return section ? [{name, section: proseOf(section, inProse)}] : [];
  });
  const read = body
    .filter(({name}) => !reference.includes(name))
    .flatMap(({section}) => textsOf(section));
  const minutes = readingTime([title, deck, ...summary, ...read], order.asOf);
  const page = numbered(led(body.map(({section}) => section)), words.exhibits);
  return {
    id: noteId(order, snapshot.asset.id),
    locale: words.locale,
    asOf: order.asOf,
    asset: snapshot.asset,
    news: {lead: story.lead, score: story.newsworthiness},
    title,
    deck,
    description: describe(deck),
    byline: words.byline(facts, minutes),
    minutes: minutes.value,
    ...(snapshot.simulated && {banner: words.simulated}),
    header: words.header(facts),
    pageOf: words.pageOf,
    keyData: keyDataOf(facts).map(datum => word(words.keyData, datum, facts)),
    keyDataSource: words.keyDataSource(facts),
    summaryHeading: words.summaryHeading,
    summary,
    ...page,
    tags: [snapshot.asset.symbol, snapshot.asset.name],
    authorship: words.authorship,
  };
}

function sectionOf(
  name: SectionName,
  facts: Facts,
  story: Story,
  {wording, sections}: Language,
): Section | undefined {
  if (!isPlanned(name)) return sections[name](facts, story);
  const plan = plans[name](facts, story);
  return plan && worded(plan, wording, facts);
}

/** Running text as running text; tables, sources and quotations as they are. */
const proseOf = ({heading, blocks}: Section, inProse: Language["inProse"]): Section => ({
  heading: inProse(heading),
  blocks: blocks.map(block => blockInProse(block, inProse)),
});

function blockInProse(block: Block, inProse: Language["inProse"]): Block {
  switch (block.kind) {
    case "paragraph":
      return {...block, text: inProse(block.text)};
    case "list":
      return {...block, items: block.items.map(inProse)};
    case "exhibit":
      return {...block, title: inProse(block.title)};
    case "table":
    case "quote":
      return block;
  }
}

const isPlanned = (name: SectionName): name is PlannedSection => name in plans;

/** Every text of the article, in the order of the page. */
export function articleTexts(article: Article): Text[] {
  return [
    article.title,
    article.deck,
    article.byline,
    ...(article.lead ? textsOfBlock(article.lead) : []),
    ...article.keyData.flatMap(({label, value}) => [label, value]),
    article.keyDataSource,
    ...article.summary,
    ...article.sections.flatMap(textsOf),
  ];
}

function textsOf({heading, blocks}: Section): Text[] {
  return [heading, ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): readonly Text[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "quote":
      return [[{quoted: block.text}], block.source];
    case "table":
      return tableTexts(block.table);
    case "exhibit":
      return [
        block.title,
        ...("table" in block.body ? tableTexts(block.body.table) : [block.body.alt]),
        block.source,
      ];
  }
}

const tableTexts = ({columns, rows}: Table): Text[] => [
  ...columns.map(({heading}) => heading),
  ...rows.flat(),
];

type Led = Pick<Article, "lead" | "sections">;

/** The first chart taken out of its section, to stand where a reader sees it first. */
function led(sections: readonly Section[]): Led {
  const lead = sections.flatMap(({blocks}) => blocks).find(isChart);
  if (!lead) return {sections};
  return {
    lead,
    sections: sections
      .map(section => ({...section, blocks: section.blocks.filter(block => block !== lead)}))
      .filter(({blocks}) => blocks.length > 0),
  };
}

const isChart = (block: Block): block is ExhibitBlock =>
  block.kind === "exhibit" && "chart" in block.body;

/** Exhibits counted through, in the order of the page. */
function numbered({lead, sections}: Led, words: Language["exhibits"]): Led {
  const counts = new Map<string, number>();
  const labelled = <B extends Block>(block: B): B => {
    if (block.kind !== "exhibit") return block;
    const word = "chart" in block.body ? words.chart : words.table;
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return {...block, label: `${word} ${count}`};
  };
  return {
    ...(lead && {lead: labelled(lead)}),
    sections: sections.map(section => ({...section, blocks: section.blocks.map(labelled)})),
  };
}

/** Minutes that a reader of these texts needs; what is only looked up is not counted. */
function readingTime(texts: readonly Text[], asOf: string): Figure<"minutes"> {
  const words = texts.map(text => plain(text).split(/\s+/).length).reduce((a, b) => a + b, 0);
  return {
    ...readingMinutes,
    value: Math.max(1, Math.round(words / readingSpeed)),
    asOf,
    origin: {formula: `words of the note / ${readingSpeed} a minute`, inputs: []},
  };
}
