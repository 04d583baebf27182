import type {Article, Section} from "../model/article.ts";
import type {Figure} from "../model/figure.ts";
import type {Text} from "../model/text.ts";
import type {Facts} from "./facts.ts";

/** The words of one locale. */
export interface Language {
  readonly smallNumbers: readonly string[];
  readonly simulated: string;
  readonly pageOf: string;
  readonly summaryHeading: string;
  readonly exhibit: string;
  title(facts: Facts): Text;
  deck(facts: Facts): Text;
  byline(facts: Facts, minutes: Figure<"count">): Text;
  header(facts: Facts): string;
  keyData(facts: Facts): Article["keyData"];
  keyDataSource(facts: Facts): Text;
  summary(facts: Facts): Text[];
  /** In the order of the page; those that have nothing to say are undefined. */
  sections(facts: Facts): (Section | undefined)[];
  evidence(texts: readonly Text[], facts: Facts): Section;
}
