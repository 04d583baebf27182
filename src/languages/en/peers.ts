import {say, type Text} from "../../model/text.ts";
import type {Beside, PeersHeading, PeersSentence} from "../../narrative/peers.ts";
import type {PeersExhibit} from "../../narrative/peersExhibit.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {upOrDown} from "./words.ts";

/** A list of ours is named by what its coins are, a category by its own name. */
export const group = ({name, by}: PeersExhibit["sector"], pen: Telling["pen"]): Text =>
  by === "list" ? say`${pen.name(name)}` : say`coins of the category ${pen.name(name)}`;

export const peersHeadings: Words<PeersHeading> = {
  "first-or-last-of-sector": ({end, sector, size}, {pen}) =>
    say`${end === "first" ? "First" : "Last"} of ${pen.counted(size)} ${group(sector, pen)}`,
  "among-sector": ({sector}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} among ${group(sector, pen)}`,
};

export const peersSentences: Words<PeersSentence> = {
  "size-in-sector"({size, sector, place}, {asset, pen}) {
    const symbol = pen.name(asset.symbol);
    const coins = say`the ${pen.counted(size)} ${group(sector, pen)} on record`;
    switch (place.kind) {
      case "largest":
        return say`Of ${coins}, ${symbol} is the largest by market cap.`;
      case "place":
        return say`Of ${coins}, ${symbol} is number ${pen.count(place.place)} by market cap.`;
      case "unknown":
        return say`${symbol} is one of ${coins}.`;
    }
  },
  "move-beside-sector"({one}, telling) {
    const {pen} = telling;
    const theirs = medianOf(one, pen);
    const moved = say`${over(one, telling)} it is ${upOrDown(one.change, pen)}`;
    switch (one.side) {
      case "alike":
        return say`${moved}, within a percentage point of the median of the others (${theirs}).`;
      case "better":
      case "worse":
        return say`${moved}, ${one.side} than the median of the others (${theirs})${at(one)}.`;
    }
  },
  "moves-beside-sector"({month, day, agreement}, telling) {
    const {pen} = telling;
    const [long, short] = [medianOf(month, pen), medianOf(day, pen)];
    const far = say`${over(month, telling)} it is ${upOrDown(month.change, pen)}`;
    switch (agreement) {
      case "same":
        return say`${far}${at(month)}, in the last day ${upOrDown(day.change, pen)}${at(day)}: ${month.side} than the median of the others (${long} and ${short}).`;
      case "same-than-all":
        return say`${far}, in the last day ${upOrDown(day.change, pen)}: each time ${month.side} than any of the others, whose medians are ${long} and ${short}.`;
      case "opposite":
        return say`${far}, ${month.side} than the median of the others (${long})${at(month)}, but in the last day ${upOrDown(day.change, pen)}, ${day.side} than theirs (${short})${at(day)}.`;
    }
  },
  "month-of-sector": (point, telling) =>
    say`The median of the others ${spanOf({span: "month", ...point}, telling)} is ${telling.pen.change(point.median)}.`,
  "turnover-beside-sector"({side, own, median}, {pen}) {
    const [mine, theirs] = apart([own, median], (one, more) => pen.ratio(one, 1 + more));
    return say`It turns over ${side} than their median, ${mine} of market cap against ${theirs}.`;
  },
  "tie-beside-sector": ({side, own, median}, {benchmark, pen}) =>
    say`Its rank correlation with ${pen.name(benchmark.name)} is ${side} than their median, ${pen.correlation(own)} against ${pen.correlation(median)}.`,
};

const at = ({end}: Beside): string =>
  end === "first" ? ", first among them" : end === "last" ? ", last among them" : "";

const medianOf = ({change, median}: Beside, pen: Telling["pen"]) =>
  apart([change, median], (one, more) => pen.change(one, 1 + more))[1];

const over = (one: Beside, telling: Telling): Text =>
  one.span === "day" ? say`In the last day` : say`Over ${month(one, telling)}`;

const spanOf = (one: Pick<Beside, "span" | "to">, telling: Telling): Text =>
  one.span === "day" ? say`in the last day` : say`over ${month(one, telling)}`;

/** "30 days", or "the 30 days to the close of 18 March 2026" */
const month = ({to}: Pick<Beside, "to">, {pen, fixed}: Telling): Text =>
  to
    ? say`the ${pen.count(fixed.month)} days to the close of ${pen.day(to)}`
    : say`${pen.count(fixed.month)} days`;
