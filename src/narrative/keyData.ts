import type {Figure} from "../model/figure.ts";
import type {Dated} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {type Way, wayOf} from "./moves.ts";

/** A row of the box beside the title. */
export type KeyDatum =
  | {
      readonly kind: "price";
      readonly price: Figure<"USD">;
      readonly priceIs: "close" | "snapshot";
      readonly day?: {readonly way: Way | "still"; readonly change: Figure<"return">};
    }
  | {
      readonly kind: "market-cap";
      /** The cap says that it counts what circulates, or not what it counts. */
      readonly counts: "circulating" | "as-printed";
      readonly cap: Figure<"USD">;
      readonly rank?: Figure<"rank">;
    }
  | {
      readonly kind: "supply";
      readonly circulating: Figure<"tokens">;
      /** All that can be, and the part of it that is; none is on record of some. */
      readonly limit?: {
        readonly max: Figure<"tokens">;
        readonly issued: Figure<"share">;
        readonly left: "some" | "hardly-any";
      };
    }
  | {readonly kind: "diluted"; readonly value: Figure<"USD">}
  | {
      readonly kind: "volume";
      readonly volume: Figure<"USD">;
      readonly turnover?: {
        readonly ratio: Figure<"ratio">;
        /** Digits that the source's own turnover holds; one where it is ours. */
        readonly digits: 1 | 2;
      };
    }
  | {
      readonly kind: "year";
      readonly low: Dated<Figure<"USD">>;
      readonly high: Dated<Figure<"USD">>;
    };

/** From this share on nearly all of it circulates. */
const nearlyAll = 0.995;

/** What a reader looks up first, in one order. */
export function keyDataOf({state}: Facts): KeyDatum[] {
  const {price, priceIs, change24h: change, marketCap: cap, rank, volume24h: volume} = state;
  const {circulatingSupply: circulating, maxSupply: max, issued} = state;
  const {fullyDilutedValuation: value, turnover, turnoverOfShown, yearLow, yearHigh} = state;
  const day = change && {way: change.value === 0 ? ("still" as const) : wayOf(change), change};
  const left = (issued?.value ?? 0) > nearlyAll ? "hardly-any" : "some";
  return [
    {kind: "price", price, priceIs, ...(day && {day})},
    ...(cap
      ? [
          {
            kind: "market-cap" as const,
            counts: circulating ? ("circulating" as const) : ("as-printed" as const),
            cap,
            ...(rank && {rank}),
          },
        ]
      : []),
    ...(circulating
      ? [
          {
            kind: "supply" as const,
            circulating,
            ...(max && issued && {limit: {max, issued, left} as const}),
          },
        ]
      : []),
    ...(value ? [{kind: "diluted" as const, value}] : []),
    ...(volume
      ? [
          {
            kind: "volume" as const,
            volume,
            ...(turnover && {
              turnover: {ratio: turnover, digits: turnoverOfShown ? (2 as const) : (1 as const)},
            }),
          },
        ]
      : []),
    ...(yearLow && yearHigh ? [{kind: "year" as const, low: yearLow, high: yearHigh}] : []),
  ];
}
