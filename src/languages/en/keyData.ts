import type {Text} from "../../model/text.ts";
import {say} from "../../model/text.ts";
import type {KeyDatum} from "../../narrative/keyData.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import {upOrDown} from "./words.ts";

/** The box beside the title. */
export const keyData: Words<KeyDatum, {readonly label: Text; readonly value: Text}> = {
  price: ({price, priceIs, day}, {pen}) => ({
    label: say`Price`,
    value: say`${pen.price(price)}${priceIs === "close" ? " at the close" : ""}${day ? say`, ${upOrDown(day.change, pen, 2)} in a day` : []}`,
  }),
  "market-cap": ({counts, cap, rank}, {pen}) => ({
    label: counts === "circulating" ? say`Market cap, circulating` : say`Market cap, as printed`,
    value: say`${pen.money(cap)}${rank ? say`, rank ${pen.count(rank)}` : []}`,
  }),
  supply: ({circulating, limit}, {pen}) => ({
    label: say`Supply in circulation`,
    value: !limit
      ? say`${pen.tokens(circulating)} coins; no upper limit on record`
      : limit.left === "hardly-any"
        ? say`nearly all of ${pen.tokens(limit.max)} coins`
        : say`${pen.tokens(circulating)} coins, ${pen.share(limit.issued)} of at most ${pen.tokens(limit.max)} coins`,
  }),
  diluted: ({value}, {pen}) => ({label: say`Fully diluted`, value: say`${pen.money(value)}`}),
  volume: ({volume, turnover}, {pen}) => ({
    label: say`Volume, trailing day`,
    value: say`${pen.money(volume)}${turnover ? say`, ${pen.ratio(turnover.ratio, turnover.digits)} of market cap` : []}`,
  }),
  year({low, high}, {pen}) {
    const [from, to] = apart([low.figure, high.figure], pen.price);
    return {
      label: say`Range of a year, closes`,
      value: say`${from} (${pen.day(low.day)}) to ${to} (${pen.day(high.day)})`,
    };
  },
};
