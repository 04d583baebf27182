import type {Section} from "../../model/article.ts";
import type {EarlierOutcome, SinceFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, list, moved, named, rose} from "./words.ts";

/** What has changed since the last note on the coin, and how its cases stand. */
export function since(facts: Facts): Section | undefined {
  const {since: found, pen} = facts;
  if (!found) return undefined;
  const decided = found.cases.filter(one => one.state === "decided");
  const open = found.cases.filter(one => one.state === "open");
  return {
    heading: say`${pen.shortDay(found.last.asOf.slice(0, 10))} tarihli notumuzdan bu yana`,
    blocks: [
      {
        kind: "paragraph",
        text: join([move(found, facts), tie(found, facts), market(found, facts)]),
      },
      ...(decided.length
        ? [{kind: "list" as const, items: decided.map(one => outcome(one, facts))}]
        : []),
      ...(open.length ? [{kind: "paragraph" as const, text: standing(open, facts)}] : []),
    ],
  };
}

function move(found: SinceFinding, {asset, benchmark, state, pen}: Facts): Text {
  const other = found.benchmarkMove;
  const beside = other ? say` Aynı sürede ${pen.name(benchmark.name)} ${moved(other, pen)}.` : [];
  const [before, now] = apart([found.priceThen, state.price], pen.price);
  const then = say`${capital(days(found.days, pen))} önceki o notta ${named(asset.symbol, "genitive", pen)} fiyatı ${suffixed(before, "was")}`;
  if (Math.abs(found.move.value) < 0.005)
    return say`${then}; bugün ondan yüzde yarımdan az uzakta.${beside}`;
  return say`${then}. Şimdi ${now}: ${pen.size(found.move)} ${rose(found.move) ? "yukarıda" : "aşağıda"}.${beside}`;
}

const verdicts = {
  weakened: "öncesine göre zayıf",
  strengthened: "öncesine göre güçlü",
  "no-change-found": "görülebildiği kadarıyla değişmemiş",
} as const;

function tie({dependence: found}: SinceFinding, {benchmark, pen}: Facts): Text {
  if (!found) return [];
  const {before, now} = found;
  const other = named(benchmark.name, "instrumental", pen);
  const numbers = say`${pen.count(before.days)} günlük sıra korelasyonu o gün ${pen.correlation(before.rho)}, şimdi ${pen.correlation(now.rho)}`;
  return before.verdict === now.verdict
    ? say`${other} bağı konusunda hüküm aynı: ${verdicts[now.verdict]} (${numbers}).`
    : say`${other} bağı konusunda hüküm değişti: o notta “${verdicts[before.verdict]}” demiştik, bugün “${verdicts[now.verdict]}” diyoruz (${numbers}).`;
}

function market({rank, turnover}: SinceFinding, {pen}: Facts): Text {
  const parts = [
    ...(rank && rank.before.value !== rank.now.value
      ? [
          say`piyasa değeri sıralamasındaki yeri ${pen.count(rank.before)} iken ${pen.count(rank.now)} oldu`,
        ]
      : []),
    ...(turnover && turnover.before.value !== turnover.now.value ? [turned(turnover, pen)] : []),
  ];
  if (parts.length === 0) return [];
  return say`Bu arada ${join(parts, "; ")}.`;
}

function turned({before, now}: NonNullable<SinceFinding["turnover"]>, pen: Facts["pen"]): Text {
  const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
  return say`işlem hacminin piyasa değerine oranı ${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${now.value > before.value ? "çıktı" : "indi"}`;
}

const sides = {
  bear: "aralığın altında, yani ayı senaryosunda",
  base: "aralığın içinde, yani temel senaryoda",
  bull: "aralığın üstünde, yani boğa senaryosunda",
} as const;

function outcome(
  {note, date, low, high, price, in: place}: EarlierOutcome,
  {fixed, pen}: Facts,
): Text {
  return say`${suffixed(pen.day(date), "locative")} sonuçlandı: ${pen.day(note.asOf.slice(0, 10))} tarihli notumuz sonuçların ${pen.worded(fixed.half, "yarısını")} ${pen.roughPrice(low)} ile ${pen.roughPrice(high)} arasında görüyordu. Kapanış ${pen.price(price)}: ${sides[place]}.`;
}

const places = {bear: "altında", base: "içinde", bull: "üstünde"} as const;

/** Where the price stands in the base ranges that no close has decided yet. */
function standing(open: readonly EarlierOutcome[], {pen}: Facts): Text {
  const groups = (["bull", "bear", "base"] as const).flatMap(place => {
    const ranges = open
      .filter(one => one.in === place)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map(
        ({date, low, high}) =>
          say`${pen.day(date)} için ${pen.roughPrice(low)} – ${pen.roughPrice(high)}`,
      );
    if (ranges.length === 0) return [];
    return [
      say`${list(ranges)} ${ranges.length > 1 ? "aralıklarının" : "aralığının"} ${places[place]}`,
    ];
  });
  return say`Henüz sonuçlanmamış temel senaryolara göre fiyat ${join(groups, "; ")}.`;
}
