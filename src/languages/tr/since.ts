import {join, say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {SinceHeading, SinceSentence} from "../../narrative/since.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, list, moved, named, rose} from "./words.ts";

export const sinceHeadings: Words<SinceHeading> = {
  "since-note": ({day}, {pen}) => say`${pen.shortDay(day)} tarihli notumuzdan bu yana`,
};

const verdicts = {
  weakened: "öncesine göre zayıf",
  strengthened: "öncesine göre güçlü",
  "no-change-found": "görülebildiği kadarıyla değişmemiş",
} as const;

const sides = {
  bear: "aralığın altında, yani ayı senaryosunda",
  base: "aralığın içinde, yani temel senaryoda",
  bull: "aralığın üstünde, yani boğa senaryosunda",
} as const;

const places = {bear: "altında", base: "içinde", bull: "üstünde"} as const;

export const sinceSentences: Words<SinceSentence> = {
  "since-move"({size, days: span, earlier, now, change, benchmark: other}, telling) {
    const {asset, benchmark, pen} = telling;
    const beside = other ? say` Aynı sürede ${pen.name(benchmark.name)} ${moved(other, pen)}.` : [];
    const [before, newest] = apart([earlier, now], pen.price);
    const note = say`${capital(days(span, pen))} önceki o notta ${named(asset.symbol, "genitive", pen)} fiyatı ${suffixed(before, "was")}`;
    return size === "still"
      ? say`${note}; bugün ondan yüzde yarımdan az uzakta.${beside}`
      : say`${note}. Şimdi ${newest}: ${pen.size(change)} ${rose(change) ? "yukarıda" : "aşağıda"}.${beside}`;
  },
  "since-tie"({agreement, before, now, rhoBefore, rhoNow, days: span}, {benchmark, pen}) {
    const other = named(benchmark.name, "instrumental", pen);
    const numbers = say`${pen.count(span)} günlük sıra korelasyonu o gün ${pen.correlation(rhoBefore)}, şimdi ${pen.correlation(rhoNow)}`;
    return agreement === "same"
      ? say`${other} bağı konusunda hüküm aynı: ${verdicts[now]} (${numbers}).`
      : say`${other} bağı konusunda hüküm değişti: o notta “${verdicts[before]}” demiştik, bugün “${verdicts[now]}” diyoruz (${numbers}).`;
  },
  "since-size"({rank, turnover}, {pen}) {
    const ranked = rank
      ? say`piyasa değeri sıralamasındaki yeri ${pen.count(rank.before)} iken ${pen.count(rank.now)} oldu`
      : [];
    return say`Bu arada ${join([ranked, turnover ? turned(turnover) : []], "; ")}.`;

    function turned({before, now, way}: NonNullable<typeof turnover>): Text {
      const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
      return say`işlem hacminin piyasa değerine oranı ${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${way === "up" ? "çıktı" : "indi"}`;
    }
  },
  outcome: ({note, date, low, high, price, in: place}, {fixed, pen}) =>
    say`${suffixed(pen.day(date), "locative")} sonuçlandı: ${pen.day(note)} tarihli notumuz sonuçların ${pen.worded(fixed.half, "yarısını")} ${pen.roughPrice(low)} ile ${pen.roughPrice(high)} arasında görüyordu. Kapanış ${pen.price(price)}: ${sides[place]}.`,
  "open-ranges"({which, groups}, {pen}) {
    const each = groups.map(
      ({in: place, ranges}) =>
        say`${list(ranges.map(({low, high, date}) => say`${pen.day(date)} için ${pen.roughPrice(low)} – ${pen.roughPrice(high)}`))} ${ranges.length > 1 ? "aralıklarının" : "aralığının"} ${places[place]}`,
    );
    const begin = which === "next" ? "Sırada sonuçlanacak" : "Henüz sonuçlanmamış";
    return say`${begin} temel senaryolara göre fiyat ${join(each, "; ")}.`;
  },
};
