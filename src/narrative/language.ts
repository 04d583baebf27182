import type {Customs} from "../format/customs.ts";
import type {Article, Authorship, Section} from "../model/article.ts";
import type {EvidenceWords} from "../model/evidenceWords.ts";
import type {Figure} from "../model/figure.ts";
import type {Text} from "../model/text.ts";
import type {DeckSentence} from "./deckPoints.ts";
import type {Facts} from "./facts.ts";
import type {KeyDatum} from "./keyData.ts";
import type {Exhibit, Heading, PlannedSection, Sentence} from "./plans.ts";
import type {Wording, Words} from "./point.ts";
import type {SectionName, Story} from "./story.ts";
import type {SummarySentence} from "./summaryPoints.ts";
import type {Title} from "./titlePoints.ts";

/** A label, and what stands beside it. */
type KeyDataRow = Article["keyData"][number];

/** The words for what stands above the sections. */
interface HeadWording {
  readonly titles: Words<Title>;
  /** One or two sentences, also the description for search engines. */
  readonly deck: Words<DeckSentence>;
  readonly summary: Words<SummarySentence>;
}

/** The words of one locale. What is told, and in which order, the story has decided. */
export interface Language {
  readonly locale: string;
  readonly customs: Customs;
  readonly smallNumbers: readonly string[];
  readonly simulated: string;
  readonly pageOf: string;
  readonly summaryHeading: string;
  readonly authorship: Authorship;
  /** What charts and tables are called; each word is counted through by itself. */
  readonly exhibits: {readonly chart: string; readonly table: string};
  readonly head: HeadWording;
  /** What running text has that tables have not. */
  inProse(text: Text): Text;
  byline(facts: Facts, minutes: Figure<"minutes">): Text;
  header(facts: Facts): string;
  readonly keyData: Words<KeyDatum, KeyDataRow>;
  keyDataSource(facts: Facts): Text;
  /** The words for what the narrative decides. */
  readonly wording: Wording<Heading, Sentence, Exhibit>;
  /** A section that has nothing to say is undefined. */
  readonly sections: Readonly<
    Record<
      Exclude<SectionName, PlannedSection>,
      (facts: Facts, story: Story) => Section | undefined
    >
  >;
  /** How the page tells where figures come from. */
  readonly evidence: EvidenceWords;
}
