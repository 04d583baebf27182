import type {Evidence} from "../../model/evidence.ts";
import {liquidity, recent, since, state} from "../../model/figureNames.ts";
import {mainConcept} from "../meaning.ts";
import {finderOf, type NameFinder} from "../names.ts";
import type {Concept} from "../nouns.ts";
import {oneLine} from "../outside.ts";
import {textOf} from "../statements.ts";

/** What the evidence can carry, as far as claims ask for it. */
export interface Known {
  readonly note: Evidence["note"];
  /** The word may be used of the leading window. */
  readonly decoupled: boolean;
  readonly verdicts: ReadonlySet<string>;
  /** Days of the windows that were tested, and whether the word may be used of each. */
  readonly windows: ReadonlyMap<number, boolean>;
  /** A correlation of returns was measured. */
  readonly correlation: boolean;
  readonly negativeCorrelation: boolean;
  readonly venues: boolean;
  readonly depth: boolean;
  /** Of which there is a figure. */
  readonly concepts: ReadonlySet<Concept>;
  /** Other coins were looked at. */
  readonly others: boolean;
  readonly cases: Evidence["cases"];
  /** Values that a rule left out, by the id of their figure. */
  readonly excluded: Evidence["exclusions"];
  /** The coin's latest moves against the dollar. */
  readonly moves: readonly number[];
  readonly marketsWereClosed: boolean;
  readonly quotes: boolean;
  readonly quotations: readonly Quotation[];
  /** Facts that stand in the note as an editor cites them. */
  readonly cited: NameFinder;
  readonly symbols: ReadonlySet<string>;
}

/** What a source says, and the line of the note that says whose words these are. */
export interface Quotation {
  readonly words: string;
  readonly source: string;
}

export function knownFrom(evidence: Evidence): Known {
  const {note, figures, findings, cases, exclusions, statements} = evidence;
  const values = new Map(figures.map(({id, value}) => [id, value]));
  const correlations = figures.filter(({unit}) => unit === "correlation");
  const kinds = new Set(findings.map(({kind}) => kind));
  // A cell that is a name and nothing else, such as a figure's id, is judged by no rule.
  const pieces = statements
    .filter(statement => statement.length > 1)
    .flat()
    .filter(piece => typeof piece !== "string");
  const names = pieces.flatMap(piece => ("name" in piece ? [piece.name] : []));
  // The source stands before the full stop.
  const cited = pieces.flatMap(piece =>
    "cited" in piece ? [oneLine(piece.cited).replace(/[.!?]$/, "")] : [],
  );
  return {
    note,
    decoupled: findings.some(one => one.kind === "decoupling" && one.decoupled),
    verdicts: new Set(findings.flatMap(one => (one.kind === "decoupling" ? one.verdict : []))),
    windows: new Map(
      findings.flatMap(one => (one.kind === "decoupling" ? [[one.window, one.decoupled]] : [])),
    ),
    correlation: correlations.length > 0,
    negativeCorrelation: correlations.some(({value}) => value < 0),
    venues: values.has(liquidity.venues.id),
    depth: figures.some(({quantity}) => quantity === "depth"),
    concepts: new Set(figures.flatMap(figure => mainConcept(figure) ?? [])),
    others: kinds.has("sector") || kinds.has("peers"),
    cases,
    excluded: exclusions,
    moves: [state.change24h, recent.change, since.move].flatMap(({id}) => values.get(id) ?? []),
    marketsWereClosed: closedHours(dayEnd(figures, note.asOf)) >= 12,
    quotes: figures.some(({of}) => typeof of === "object" && "quote" in of),
    quotations: statements.flatMap((statement, i) =>
      statement.flatMap(piece =>
        typeof piece === "object" && "quoted" in piece
          ? [{words: oneLine(piece.quoted), source: textOf(statements[i + 1] ?? [])}]
          : [],
      ),
    ),
    cited: finderOf(cited.map(name => ({name, quoted: true}))),
    symbols: new Set([note.symbol, note.name, ...names].map(name => name.toLowerCase())),
  };
}

/** When the day ended that the changes are of; between closes it ended before the note's instant. */
const dayEnd = (figures: Evidence["figures"], asOf: string) =>
  figures.find(({id}) => id === state.change24h.id)?.asOf ?? asOf;

/** Hours of the day before the instant in which metal and currency markets were closed, Friday to Sunday 22:00 UTC. */
function closedHours(asOf: string): number {
  const end = Date.parse(asOf);
  let hours = 0;
  for (let hour = 1; hour <= 24; hour++) {
    const at = new Date(end - hour * 3_600_000);
    const day = at.getUTCDay();
    const closed =
      day === 6 || (day === 5 && at.getUTCHours() >= 22) || (day === 0 && at.getUTCHours() < 22);
    if (closed) hours++;
  }
  return hours;
}
