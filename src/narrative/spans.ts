import type {Figure} from "../model/figure.ts";
import type {ChangeSoFar, PastChange} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {isThatDay} from "./moves.ts";
import type {Story} from "./story.ts";

/** How the coin fared over several spans, and the benchmark beside it where all of them have it. */
export type Standing = "ahead" | "behind" | "both" | "up" | "down" | "mixed";

/** A round number of days, or since a month or a year began. */
export type Span = Figure<"days"> | "month" | "year";

/** Which spans go against the rest of them: the fewer of those ahead and behind, or up and down. */
export interface Odd {
  readonly side: "ahead" | "behind" | "up" | "down";
  readonly spans: readonly Span[];
}

/** The change over one span, where there is no table of them. */
export interface SpanBeside {
  readonly kind: "span-beside";
  readonly days: Figure<"days">;
  readonly change: Figure<"return">;
  readonly benchmark?: Figure<"return">;
}

export interface SpansExhibit {
  readonly kind: "spans-table";
  readonly seen: {readonly all: Exclude<Standing, "both" | "mixed">} | {readonly odd: Odd};
  /** The shortest first. */
  readonly rows: readonly {
    readonly span: Span;
    /** The change is from the close of this day. */
    readonly from: string;
    readonly change: Figure<"return">;
    readonly benchmark?: Figure<"return">;
  }[];
  /** Whose closes they are. */
  readonly sources: readonly string[];
  /** Whether a column holds the benchmark. */
  readonly beside: "benchmark" | "nothing";
}

/** Spans side by side; on a quiet day a sentence on one of them, as where there is but one. */
export function spansExhibit(
  facts: Facts,
  {lead}: Story,
): {readonly sentence: SpanBeside[]; readonly exhibit: SpansExhibit[]} {
  const {state, ruler, series, asset, benchmark} = facts;
  const {past, change24h} = state;
  if (past.length === 0 || ruler?.code === "usd") return {sentence: [], exhibit: []};
  if (change24h && isThatDay(past, change24h)) return {sentence: [], exhibit: []};
  if (lead === "quiet" || past.length === 1) return {sentence: [spanBeside(past[0]!)], exhibit: []};
  const rows = [...state.soFar, ...past].toSorted((a, b) => b.from.localeCompare(a.from));
  const ids = [`close.${asset.id}`, `close.${benchmark.id}`];
  return {
    sentence: [],
    exhibit: [
      {
        kind: "spans-table",
        seen: seenIn(rows, standingOf(facts)),
        rows: rows.map(row => ({
          span: spanOf(row),
          from: row.from,
          change: row.asset,
          ...(row.benchmark && {benchmark: row.benchmark.change}),
        })),
        sources: [...new Set(series.filter(({id}) => ids.includes(id)).map(one => one.source))],
        beside: rows.some(row => row.benchmark) ? "benchmark" : "nothing",
      },
    ],
  };
}

type Row = PastChange | ChangeSoFar;

const spanOf = (row: Row): Span => ("unit" in row ? row.unit : row.days);

function seenIn(rows: readonly Row[], standing: Standing): SpansExhibit["seen"] {
  if (standing !== "both" && standing !== "mixed") return {all: standing};
  const lead = ({asset, benchmark}: Row) =>
    standing === "both" && benchmark ? asset.value - benchmark.change.value : asset.value;
  const [over, under] = [rows.filter(row => lead(row) > 0), rows.filter(row => lead(row) <= 0)];
  const [more, less] =
    standing === "both" ? (["ahead", "behind"] as const) : (["up", "down"] as const);
  return over.length <= under.length
    ? {odd: {side: more, spans: over.map(spanOf)}}
    : {odd: {side: less, spans: under.map(spanOf)}};
}

export const spanBeside = ({days, asset, benchmark}: PastChange): SpanBeside => ({
  kind: "span-beside",
  days,
  change: asset,
  ...(benchmark && {benchmark: benchmark.change}),
});

/** Over the spans of the table, where there are several. */
export function standingOf({state: {past, soFar}}: Facts): Standing {
  const spans: readonly Row[] = [...soFar, ...past];
  if (past.length < 2) return "mixed";
  const gaps = spans.flatMap(({asset, benchmark}) =>
    benchmark ? [asset.value - benchmark.change.value] : [],
  );
  if (gaps.length === spans.length) {
    if (gaps.every(gap => gap > 0)) return "ahead";
    return gaps.every(gap => gap < 0) ? "behind" : "both";
  }
  if (spans.every(({asset}) => asset.value > 0)) return "up";
  return spans.every(({asset}) => asset.value < 0) ? "down" : "mixed";
}
