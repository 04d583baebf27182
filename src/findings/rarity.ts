import type {Day} from "../model/day.ts";
import type {FigureName} from "../model/figure.ts";
import type {Rarity} from "../model/finding.ts";
import {computed} from "./figure.ts";
import {present} from "./present.ts";

/** Fewer earlier cases than this say nothing about how rare one is. */
export const fewestCases = 30;

interface Case {
  readonly day: Day;
  readonly value: number;
}

interface Names {
  readonly earlier: FigureName<"count">;
  readonly beyond: FigureName<"count">;
  readonly place: FigureName<"rank">;
}

/**
 * How many earlier cases, oldest first, were at least as extreme in the direction of `end`.
 * Undefined where there are fewer than 30.
 *
 * @param part what an overlapping case counts for: 1/7 for spans of seven days
 * @param overlapping later cases that overlap with this one: they are not counted, but the last
 *   case as extreme may be one of them
 */
export function rarityOf(
  names: Names,
  value: number,
  earlier: readonly Case[],
  {
    end,
    what,
    part = 1,
    overlapping = [],
    asOf,
    inputs,
  }: {
    readonly end: "high" | "low";
    readonly what: string;
    readonly part?: number;
    readonly overlapping?: readonly Case[];
    readonly asOf: string;
    readonly inputs: readonly string[];
  },
): Rarity | undefined {
  const [first] = earlier;
  if (!first || earlier.length * part < fewestCases) return undefined;
  const isBeyond = (one: Case) => (end === "low" ? one.value <= value : one.value >= value);
  const beyond = earlier.filter(isBeyond);
  const count = computed(names.beyond, beyond.length, {
    asOf,
    formula: `of the earlier ${what}, those at least as ${end}`,
    inputs,
  });
  return {
    earlier: computed(names.earlier, earlier.length, {
      asOf,
      formula: `earlier ${what}, from ${first.day}`,
      inputs,
    }),
    beyond: count,
    place: computed(names.place, beyond.length + 1, {
      asOf,
      formula: "those at least as extreme + 1",
      inputs: [count.id],
    }),
    from: first.day,
    ...present({last: (overlapping.findLast(isBeyond) ?? beyond.at(-1))?.day}),
    part,
  };
}
