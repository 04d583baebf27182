import type {ClassSummary, DecompositionFinding, Leg} from "../model/finding.ts";

export type Way = "up" | "down";

/** The change in one quote. */
export type Priced = Pick<Leg, "quote" | "change">;

/** Which classes it rose against, and which it fell against. */
export interface ByClass {
  readonly kind: "against-classes";
  readonly ways: readonly {
    readonly way: Way;
    readonly counted: readonly (ClassSummary & {readonly share: "all" | "most"})[];
    readonly named: readonly Priced[];
  }[];
}
/** So few quotes are named one by one, without a picture. */
export const few = 3;

export const wayOf = (change: number): Way => (change > 0 ? "up" : "down");
export const way = ({change}: Pick<Leg, "change">): Way => wayOf(change.value);

export function byClass({classes, legs}: DecompositionFinding): ByClass[] {
  const ways = (["up", "down"] as const).map(side => ({
    way: side,
    counted: classes
      .filter(
        ({live, up, down}) => live.value >= few && wayOf(up.value - down.value + 0.5) === side,
      )
      .map(one => ({
        ...one,
        share: one[side].value === one.live.value ? ("all" as const) : ("most" as const),
      })),
    named: classes
      .filter(({live}) => live.value < few)
      .flatMap(one => legs.filter(leg => leg.class === one.class && leg.status === "live"))
      .filter(leg => leg.change.value !== 0 && way(leg) === side),
  }));
  const told = ways.filter(({counted, named}) => counted.length + named.length > 0);
  return told.length > 0 ? [{kind: "against-classes", ways: told}] : [];
}
