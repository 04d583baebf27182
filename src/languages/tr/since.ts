import {join, say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SinceHeading, SinceMarket, SinceSentence} from "../../narrative/since.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, list, moved, named, rose} from "./words.ts";

export const sinceHeadings: Words<SinceHeading> = {
  since: ({day}, {pen}) => say`${pen.shortDay(day)} tarihli notumuzdan bu yana`,
};

export const sinceSentences: Words<SinceSentence> = {
  "since-move"({size, days: ago, former, now, move, benchmark}, telling) {
    const {asset, benchmark: other, pen} = telling;
    const beside = benchmark
      ? say` Aynı sürede ${pen.name(other.name)} ${moved(benchmark, pen)}.`
      : [];
    const [before, today] = apart([former, now], pen.price);
    const note = say`${capital(days(ago, pen))} önceki o notta ${named(asset.symbol, "genitive", pen)} fiyatı ${suffixed(before, "was")}`;
    switch (size) {
      case "hardly":
        return say`${note}; bugün ondan yüzde yarımdan az uzakta.${beside}`;
      case "moved":
        return say`${note}. Şimdi ${today}: ${pen.size(move)} ${rose(move) ? "yukarıda" : "aşağıda"}.${beside}`;
    }
  },
  "since-tie"({verdict, before, now}, {benchmark, pen}) {
    const other = named(benchmark.name, "instrumental", pen);
    const numbers = say`${pen.count(before.days)} günlük sıra korelasyonu o gün ${pen.correlation(before.rho)}, şimdi ${pen.correlation(now.rho)}`;
    return verdict === "kept"
      ? say`${other} bağ o notta da ${verdicts[now.verdict]} bulunmuştu, şimdi de öyle (${numbers}).`
      : say`${other} bağı konusunda hüküm değişti: o notta “${verdicts[before.verdict]}” demiştik, bugün “${verdicts[now.verdict]}” diyoruz (${numbers}).`;
  },
  "since-market": market,
  "case-decided"({outcome: {note, date, low, high, price, in: place}}, {fixed, pen}) {
    return say`${suffixed(pen.day(date), "locative")} sonuçlandı: ${pen.day(note.asOf.slice(0, 10))} tarihli notumuz sonuçların ${pen.worded(fixed.half, "yarısını")} ${pen.roughPrice(low)} ile ${pen.roughPrice(high)} arasında görüyordu. Kapanış ${pen.price(price)}: ${sides[place]}.`;
  },
  "cases-open"({told, groups}, {pen}) {
    const stands = groups.map(({place, ranges}) => {
      const each = ranges.map(
        ({date, low, high}) =>
          say`${pen.day(date)} için ${pen.roughPrice(low)} – ${pen.roughPrice(high)}`,
      );
      return say`${list(each)} ${ranges.length > 1 ? "aralıklarının" : "aralığının"} ${places[place]}`;
    });
    const begin =
      told === "next"
        ? say`Sırada sonuçlanacak temel senaryolara göre`
        : say`Henüz sonuçlanmamış temel senaryolara göre`;
    return say`${begin} fiyat ${join(stands, "; ")}.`;
  },
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

function market({rank, turnover}: SinceMarket, {pen}: Telling): Text {
  const parts = [
    ...(rank
      ? [
          say`piyasa değeri sıralamasındaki yeri ${pen.count(rank.before)} iken ${pen.count(rank.now)} oldu`,
        ]
      : []),
    ...(turnover ? [turned(turnover, pen)] : []),
  ];
  return say`Bu arada ${join(parts, "; ")}.`;
}

function turned({before, now}: NonNullable<SinceMarket["turnover"]>, pen: Telling["pen"]): Text {
  const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
  return say`işlem hacminin piyasa değerine oranı ${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${now.value > before.value ? "çıktı" : "indi"}`;
}
