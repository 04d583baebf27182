import type {Text} from "../../model/text.ts";
import {say} from "../../model/text.ts";
import type {KeyDatum} from "../../narrative/keyData.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import {suffixed} from "./suffix.ts";

const ways = {up: " artış", down: " düşüş", still: ""} as const;

/** The box beside the title. */
export const keyData: Words<KeyDatum, {readonly label: Text; readonly value: Text}> = {
  price: ({price, priceIs, day}, {pen}) => ({
    label: say`Fiyat`,
    value: say`${priceIs === "close" ? "kapanışta " : ""}${pen.price(price)}${day ? say`; bir günde ${pen.size(day.change, 2)}${ways[day.way]}` : []}`,
  }),
  "market-cap": ({counts, cap, rank}, {pen}) => ({
    label:
      counts === "circulating"
        ? say`Piyasa değeri (dolaşımdaki arz)`
        : say`Piyasa değeri (kaynaktaki)`,
    value: say`${pen.money(cap)}${rank ? say`, ${pen.count(rank)}. sırada` : []}`,
  }),
  supply: ({circulating, limit}, {pen}) => ({
    label: say`Dolaşımdaki arz`,
    value: !limit
      ? say`${pen.tokens(circulating)} coin; kayıtlarda üst sınır yok`
      : limit.left === "hardly-any"
        ? say`${pen.tokens(limit.max)} coinin neredeyse tamamı`
        : say`${pen.tokens(circulating)} coin; en çok ${pen.tokens(limit.max)} coinin ${suffixed(pen.share(limit.issued), "possessive")}`,
  }),
  diluted: ({value}, {pen}) => ({
    label: say`Tam seyreltilmiş değer`,
    value: say`${pen.money(value)}`,
  }),
  volume: ({volume, turnover}, {pen}) => ({
    label: say`İşlem hacmi, son bir gün`,
    value: say`${pen.money(volume)}${turnover ? say`; piyasa değerinin ${suffixed(pen.ratio(turnover.ratio, turnover.digits), "possessive")}` : []}`,
  }),
  year({low, high}, {pen}) {
    const [from, to] = apart([low.figure, high.figure], pen.price);
    return {
      label: say`Bir yıllık aralık, kapanış`,
      value: say`${from} (${pen.day(low.day)}) ile ${to} (${pen.day(high.day)}) arası`,
    };
  },
};
