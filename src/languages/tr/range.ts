import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {CategoryRow, RangeRow, RangeTold} from "../../narrative/range.ts";
import {suffixed} from "./suffix.ts";

export const rangeSentences: Words<RangeTold> = {
  "range-end"({of, end, extreme, gap, width}, {pen, fixed}) {
    const most = end === "low" ? "düşük" : "yüksek";
    const side = end === "low" ? "üstünde" : "altında";
    const far = gap ? say`fiyatının (${pen.price(extreme)}) ${pen.size(gap)} ${side}` : [];
    const level = say`fiyatında (${pen.price(extreme)})`;
    const span = say`en düşük ile en yüksek arasındaki fark ${pen.size(width)}`;
    return of === "day"
      ? say`Günü en ${most} ${gap ? far : level} kapattı; ${span}.`
      : say`Fiyat, son ${pen.count(fixed.hours)} saatin en ${most} ${gap ? far : level}; ${span}.`;
  },
  "range-back"({of, side, extreme, from, gap}, {pen, fixed}) {
    const within = of === "day" ? say`Gün içinde` : say`Son ${pen.count(fixed.hours)} saat içinde`;
    const point =
      from === "start" ? "başladığı yerin" : of === "day" ? "kapanışının" : "şimdiki fiyatının";
    const [to, verb, back] =
      side === "below" ? ["altına", "indi", "toparlandı"] : ["üstüne", "çıktı", "geri verdi"];
    const went = say`${within} ${point} ${pen.size(gap)} ${to}, ${suffixed(pen.price(extreme), "dative")} kadar ${verb}`;
    return from === "start" ? say`${went}, sonra ${back}.` : say`${went}.`;
  },
  "range-rare"({extent, width, median, days, precedent}, {pen}) {
    const such = extent === "narrow" ? "dar" : "geniş";
    const own = say`Günün en düşük ve en yüksek fiyatı arasındaki fark ${pen.size(width)}; önceki ${pen.count(days)} günün medyanı ${pen.size(median)}`;
    switch (precedent.rank) {
      case "none":
        return say`${own}, hiçbiri bu kadar ${such} değildi.`;
      case "few":
        return say`${own}, ${suffixed(pen.counted(precedent.beyond), "possessive")} bu kadar ${such === "dar" ? "dardı" : "genişti"}.`;
      case "since":
        return say`${own}; ${suffixed(pen.day(precedent.last), "ablative")} bu yana bu kadar ${such} olmamıştı.`;
    }
  },
};

export const rangeRows: Words<RangeRow | CategoryRow, readonly [Text, Text, Text]> = {
  range({of, low, high, width, usual}, {pen, fixed}) {
    const [bottom, top] = apart([low, high], pen.price);
    return [
      of === "day"
        ? say`Günün en düşük ve en yüksek fiyatı`
        : say`En düşük ve en yüksek fiyat, ${pen.count(fixed.hours)} saat`,
      say`${bottom} – ${top}`,
      usual
        ? say`aradaki fark ${pen.size(width)}; ${pen.count(usual.days)} günün medyanı ${pen.size(usual.median)}`
        : say`aradaki fark ${pen.size(width)}`,
    ];
  },
  "category-own": ({category, listed, source}, {pen}) => [
    say`${pen.name(category.name)} kategorisinin bütünü, bir günde`,
    say`${pen.change(category.change)}`,
    say`${pen.name(source)} öne çıkan ${pen.counted(listed)} kategoriden biri olarak gösteriyor`,
  ],
  "categories-listed": ({listed, first, last, source}, {pen}) => [
    say`${pen.name(source)} listesinde öne çıkan kategoriler`,
    say`${pen.count(listed)}`,
    say`bir günde ${pen.change(first.change)} ile ${pen.name(first.name)} başta, ${pen.change(last.change)} ile ${pen.name(last.name)} sonda; coinin bunlardan birinde olup olmadığı kayıtlı değil`,
  ],
};
