import type {Figure} from "../../model/figure.ts";
import type {Dated} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {suffixed} from "./suffix.ts";
import {rose} from "./words.ts";

type Row = {readonly label: Text; readonly value: Text};

/** The box beside the title. */
export function keyData(facts: Facts): Row[] {
  const {state, pen} = facts;
  const rows: (Row | undefined)[] = [
    {label: say`Fiyat`, value: price(facts)},
    state.marketCap && {
      label: state.circulatingSupply
        ? say`Piyasa değeri (dolaşımdaki arz)`
        : say`Piyasa değeri (kaynaktaki)`,
      value: state.rank
        ? say`${pen.money(state.marketCap)}, ${pen.count(state.rank)}. sırada`
        : say`${pen.money(state.marketCap)}`,
    },
    state.fullyDilutedValuation && {
      label: say`Tam seyreltilmiş değer`,
      value: state.maxSupply
        ? say`${pen.money(state.fullyDilutedValuation)}; azami arz ${pen.tokens(state.maxSupply)}`
        : say`${pen.money(state.fullyDilutedValuation)}`,
    },
    state.volume24h && {
      label: say`İşlem hacmi, son bir gün`,
      value: state.turnover
        ? say`${pen.money(state.volume24h)}; piyasa değerinin ${suffixed(pen.ratio(state.turnover, state.turnoverOfShown ? 2 : 1), "possessive")}`
        : say`${pen.money(state.volume24h)}`,
    },
    state.yearLow &&
      state.yearHigh && {
        label: say`Bir yıllık aralık, kapanış`,
        value: yearRange(state.yearLow, state.yearHigh, pen),
      },
  ];
  return rows.filter(row => row !== undefined && row !== null) as Row[];
}

function yearRange(low: Dated<Figure<"USD">>, high: Dated<Figure<"USD">>, pen: Facts["pen"]): Text {
  const [from, to] = apart([low.figure, high.figure], pen.price);
  return say`${from} (${pen.day(low.day)}) ile ${to} (${pen.day(high.day)}) arası`;
}

function price({state, pen}: Facts): Text {
  const {change24h, price, priceIs} = state;
  const when = priceIs === "close" ? say`kapanışta ` : [];
  if (!change24h) return say`${when}${pen.price(price)}`;
  const direction = change24h.value === 0 ? "" : rose(change24h) ? " artış" : " düşüş";
  return say`${when}${pen.price(price)}; bir günde ${pen.size(change24h, 2)}${direction}`;
}
