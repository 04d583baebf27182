import {fits} from "./judge.ts";
import type {Measure, Quantity} from "./numbers/mention.ts";
import {type EvidenceFigure, readingsOf} from "./readings.ts";

/** Finds the figures that a number may print, whatever it is of, in their order. */
export type ValueIndex = (mention: Quantity) => readonly EvidenceFigure[];

interface Entry {
  readonly size: number;
  readonly order: number;
}

/** Figures by the sizes that they may be written as: a text may have ten thousand numbers. */
export function valueIndex(figures: readonly EvidenceFigure[]): ValueIndex {
  // Of a note that nobody has edited it is not asked for.
  let sizes: ReadonlyMap<Measure, Entry[]> | undefined;
  const found = (mention: Quantity) => {
    sizes ??= sizesOf(figures);
    const sorted = sizes.get(mention.measure) ?? [];
    const {least, most} = rangeOf(mention);
    const orders = new Set<number>();
    for (let i = firstFrom(sorted, least); i < sorted.length; i++) {
      const entry = sorted[i];
      if (!entry || entry.size > most) break;
      orders.add(entry.order);
    }
    return [...orders]
      .toSorted((a, b) => a - b)
      .flatMap(order => figures[order] ?? [])
      .filter(figure => fits(mention, figure));
  };
  const known = new Map<string, readonly EvidenceFigure[]>();
  return mention => {
    const {size, step, measure, hedge, worded} = mention;
    const key = [size, step, measure, hedge, worded].join(" ");
    const kept = known.get(key) ?? found(mention);
    known.set(key, kept);
    return kept;
  };
}

function sizesOf(figures: readonly EvidenceFigure[]): ReadonlyMap<Measure, Entry[]> {
  const entries = figures.flatMap((figure, order) =>
    readingsOf(figure).flatMap(({value, measures}) =>
      measures.map(measure => ({measure, order, size: Math.abs(value)})),
    ),
  );
  return new Map(
    [...Map.groupBy(entries, ({measure}) => measure)].map(([measure, of]) => [
      measure,
      of.toSorted((a, b) => a.size - b.size),
    ]),
  );
}

/** Sizes beyond which no rounding and no hedge carries a number. */
function rangeOf({size, step, hedge}: Quantity) {
  const [least, most] = [size - step, size + step];
  if (!hedge) return {least, most};
  // Any p below a threshold is below it.
  return {
    least: hedge === "under" ? 0 : Math.min(least, size / 2),
    most: Math.max(most, size * 1.5),
  };
}

/** Where the sizes from that one on begin. */
function firstFrom(sorted: readonly Entry[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.size ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
