import {say, type Text} from "../../model/text.ts";
import type {Beside, PeersHeading, PeersSentence} from "../../narrative/peers.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";
import {suffixed} from "./suffix.ts";
import {capital, group, moved, named} from "./words.ts";

export const peersHeadings: Words<PeersHeading> = {
  "first-or-last-of-sector": ({end, sector, size}, {asset, pen}) =>
    say`${capital(group(sector, pen))} arasında ${pen.counted(size)} ${noun(asset, "genitive")} ${end === "first" ? "birincisi" : "sonuncusu"}`,
  "among-sector": ({sector}, {asset, pen}) =>
    say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında`,
};

export const peersSentences: Words<PeersSentence> = {
  "size-in-sector"({size, sector, place}, {asset, pen}) {
    const symbol = pen.name(asset.symbol);
    const coins = say`${group(sector, pen)} arasında kayıtlı ${pen.counted(size)}`;
    switch (place.kind) {
      case "largest":
        return say`Piyasa değerinde ${symbol}, ${coins} ${noun(asset, "genitive")} en büyüğü.`;
      case "place":
        return say`Piyasa değerinde ${symbol}, ${coins} ${noun(asset)} içinde ${pen.count(place.place)}. sırada.`;
      case "unknown":
        return say`${symbol}, ${coins} ${noun(asset, "ablative")} biri.`;
    }
  },
  "move-beside-sector"({one}, telling) {
    const {pen} = telling;
    const theirs = medianOf(one, pen);
    const own = say`${capital(over(one, telling))} ${moved(one.change, pen)}`;
    return one.side === "alike"
      ? say`${own}; ötekilerin medyanıyla (${theirs}) arasındaki fark bir puanı bulmuyor.`
      : say`${own}; ötekilerin medyanından (${theirs}) ${side(one)}${at(one)}.`;
  },
  "moves-beside-sector"({month, day, agreement}, telling) {
    const {pen} = telling;
    const [long, short] = [medianOf(month, pen), medianOf(day, pen)];
    const own = say`${capital(over(month, telling))} ${moved(month.change, pen)}`;
    switch (agreement) {
      case "same":
        return say`${own}${at(month)}, son bir günde ${moved(day.change, pen)}${at(day)}: her defasında ötekilerin medyanından ${side(month)} (${long} ve ${short}).`;
      case "same-than-all":
        return say`${own}, son bir günde ${moved(day.change, pen)}: her defasında ötekilerin hepsinden ${side(month)}, medyanları ${long} ve ${short}.`;
      case "opposite":
        return say`${own}; ötekilerin medyanından (${long}) ${side(month)}${at(month)}. Son bir günde ise ${moved(day.change, pen)}; bu kez medyandan (${short}) ${side(day)}${at(day)}.`;
    }
  },
  "month-of-sector": (point, telling) =>
    say`Ötekilerin medyanı ${over({span: "month", ...point}, telling)} ${telling.pen.change(point.median)}.`,
  "turnover-beside-sector"({side: more, own, median}, {pen}) {
    const [mine, theirs] = apart([own, median], (one, digits) => pen.ratio(one, 1 + digits));
    return say`Büyüklüğüne göre medyanlarından ${more === "more" ? "çok" : "az"} işlem görüyor: günlük hacim piyasa değerinin ${suffixed(mine, "possessive")}, ötekilerde medyan ${theirs}.`;
  },
  "tie-beside-sector": ({side: higher, own, median}, {benchmark, pen}) =>
    say`${named(benchmark.name, "instrumental", pen)} bağı medyanlarının ${higher === "higher" ? "üstünde" : "altında"}: sıra korelasyonu ${pen.correlation(own)}, ötekilerin medyanı ${pen.correlation(median)}.`,
};

const side = (one: Beside) => (one.side === "better" ? "iyi" : "kötü");

const at = ({end}: Beside): string =>
  end === "first" ? ", ilk sırada" : end === "last" ? ", son sırada" : "";

const medianOf = ({change, median}: Beside, pen: Telling["pen"]) =>
  apart([change, median], (one, more) => pen.change(one, 1 + more))[1];

/** "son 30 günde", or "18 Mart 2026 kapanışıyla biten 30 günde" */
function over({span, to}: Pick<Beside, "span" | "to">, {pen, fixed}: Telling): Text {
  if (span === "day") return say`son bir günde`;
  return to
    ? say`${pen.day(to)} kapanışıyla biten ${pen.count(fixed.month)} günde`
    : say`son ${pen.count(fixed.month)} günde`;
}
