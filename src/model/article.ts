import type {Chart} from "./chart.ts";
import type {Text} from "./text.ts";

/** A note before it has a format: plain data, in the order of the page. */
export interface Article {
  readonly id: string;
  readonly locale: string;
  /** ISO 8601 instant, UTC. */
  readonly asOf: string;
  readonly asset: {readonly id: string; readonly symbol: string; readonly name: string};
  /** What leads, and its score by `narrative/news.ts`. */
  readonly news: {readonly lead: string; readonly score: number};
  readonly title: Text;
  /** One or two sentences under the title. */
  readonly deck: Text;
  /** The deck for search engines and previews: at most 160 characters, no number cut. */
  readonly description: string;
  /** When, by whom, how long to read. */
  readonly byline: Text;
  /** To read it. */
  readonly minutes: number;
  /** Said on every page, such as "Simulated market". */
  readonly banner?: string;
  readonly header: string;
  readonly pageOf: string;
  /** The chart that a reader sees first. */
  readonly lead?: ExhibitBlock;
  readonly keyData: readonly {readonly label: Text; readonly value: Text}[];
  /** Who the key data are by. */
  readonly keyDataSource: Text;
  readonly summaryHeading: string;
  readonly summary: readonly Text[];
  readonly sections: readonly Section[];
  readonly tags: readonly string[];
  readonly authorship: Authorship;
}

/** Words of the disclosure on who has written the text, without a full stop. */
export interface Authorship {
  /** As they stand in the article. */
  readonly unchanged: string;
  /** In their place once a person has changed the text and the check finds nothing. */
  readonly changed: string;
  /** The same where it finds faults; `{count}` stands for how many. */
  readonly faulty: string;
  /** What the program makes again from the snapshot, as it stands in the article. */
  readonly same: string;
  /** In its place once a person has changed the text. */
  readonly former: string;
  /** Instead of `unchanged`, where the program itself approved what it wrote. */
  readonly unread?: string;
}

export interface Section {
  readonly heading: Text;
  readonly blocks: readonly Block[];
}

export type Block =
  | {readonly kind: "paragraph"; readonly text: Text}
  | {readonly kind: "list"; readonly items: readonly Text[]}
  | {readonly kind: "quote"; readonly text: string; readonly source: Text}
  | ExhibitBlock
  | {readonly kind: "table"; readonly table: Table};

/** A numbered chart or table with its source line. */
export interface ExhibitBlock {
  readonly kind: "exhibit";
  /** "Exhibit 1": given when the order of the page is known. */
  readonly label?: string;
  readonly title: Text;
  readonly body: ChartBody | {readonly table: Table};
  /** Who the data are by, and of when. */
  readonly source: Text;
}

/** A chart and its text alternative, which says what it shows. */
export interface ChartBody {
  readonly chart: Chart;
  readonly alt: Text;
}

export interface Table {
  readonly columns: readonly {readonly heading: Text; readonly align: "left" | "right"}[];
  readonly rows: readonly (readonly Text[])[];
}
