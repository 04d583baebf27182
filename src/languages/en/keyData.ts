import type {Figure} from "../../model/figure.ts";
import type {Dated} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {upOrDown} from "./words.ts";

type Row = {readonly label: Text; readonly value: Text};

/** The box beside the title. */
export function keyData({state, pen}: Facts): Row[] {
  const rows: (Row | undefined)[] = [
    {label: say`Price`, value: priceValue(state, pen)},
    state.marketCap && {
      label: state.circulatingSupply ? say`Market cap, circulating` : say`Market cap, as printed`,
      value: state.rank
        ? say`${pen.money(state.marketCap)}, rank ${pen.count(state.rank)}`
        : say`${pen.money(state.marketCap)}`,
    },
    state.fullyDilutedValuation && {
      label: say`Fully diluted`,
      value: state.maxSupply
        ? say`${pen.money(state.fullyDilutedValuation)}, at ${pen.tokens(state.maxSupply)} coins at most`
        : say`${pen.money(state.fullyDilutedValuation)}`,
    },
    state.volume24h && {
      label: say`Volume, trailing day`,
      value: state.turnover
        ? say`${pen.money(state.volume24h)}, ${pen.ratio(state.turnover, state.turnoverOfShown ? 2 : 1)} of market cap`
        : say`${pen.money(state.volume24h)}`,
    },
    state.yearLow &&
      state.yearHigh && {
        label: say`Range of a year, closes`,
        value: yearRange(state.yearLow, state.yearHigh, pen),
      },
  ];
  return rows.filter(row => row !== undefined && row !== null) as Row[];
}

function yearRange(low: Dated<Figure<"USD">>, high: Dated<Figure<"USD">>, pen: Facts["pen"]): Text {
  const [from, to] = apart([low.figure, high.figure], pen.price);
  return say`${from} (${pen.day(low.day)}) to ${to} (${pen.day(high.day)})`;
}

function priceValue(state: Facts["state"], pen: Facts["pen"]): Text {
  const {change24h, price, priceIs} = state;
  const when = priceIs === "close" ? say` at the close` : [];
  if (!change24h) return say`${pen.price(price)}${when}`;
  return say`${pen.price(price)}${when}, ${upOrDown(change24h, pen, 2)} in a day`;
}
