import type {Block, Section} from "../../model/article.ts";
import {endOfDay} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {Dated, PastChange} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import {closeSources, priceBody, recentCloses} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isSlight, isTold, isUsual, turns} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";
import {chartWords} from "./charts.ts";
import {suffixed} from "./suffix.ts";
import {spans as lengths} from "./title.ts";
import {capital, days, figures, list, moved, named, rose, sourceLine} from "./words.ts";

/** A move of this size within the last days is told before the day. */
const large = 0.15;

/** Where the price stands, how it came there, and of what size the coin is. */
export function market(facts: Facts, story: Story): Section | undefined {
  const path = join([move(facts), day(facts), past(facts)]);
  const standing = join([place(facts), size(facts)]);
  const paragraphs = [
    // Without a history the two are a sentence each.
    ...(facts.state.past.length > 0 ? [path, standing] : [join([path, standing])]),
    secondOpinion(facts),
  ].filter(text => text.length > 0);
  const chart = priceChart(facts);
  if (paragraphs.length === 0 && chart.length === 0) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [...paragraphs.map(text => ({kind: "paragraph" as const, text})), ...chart],
  };
}

function heading({state, records, risk, asset, pen}: Facts, {lead}: Story): Text {
  const {change24h, recent} = state;
  if (lead === "week" || lead === "month") {
    const run = records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;
    return rose(run.change) ? say`Nereden nereye çıktı` : say`Nereden nereye indi`;
  }
  if (lead === "coin-day" && change24h && !isUsual(risk))
    return rose(change24h) ? say`Sert yükseliş günü` : say`Sert düşüş günü`;
  if (lead === "high") return say`Öncekilerin üzerinde`;
  if (lead === "low") return say`Öncekilerin altında`;
  if (change24h && Math.abs(change24h.value) >= 0.01 && !isSlight(records, risk)) {
    if (recent && isTold(recent) && turns(recent, change24h)) {
      const since = say`${suffixed(pen.shortDay(recent.from), "ablative")} bu yana`;
      return rose(change24h)
        ? say`${capital(since)} düşüş, son günde yükseliş`
        : say`${capital(since)} yükseliş, son günde düşüş`;
    }
    return rose(change24h) ? say`Yükselişle geçen gün` : say`Düşüşle geçen gün`;
  }
  return say`${named(asset.symbol, "genitive", pen)} durumu`;
}

/** The move of the last days, where it is worth a sentence. */
function move({state, asset, benchmark, pen}: Facts): Text {
  const {recent, price} = state;
  if (!recent || !isTold(recent)) return [];
  const up = rose(recent.asset);
  const change = recent.benchmark?.change;
  const beside = change
    ? say` Aynı günlerde ${pen.name(benchmark.name)} ${moved(change, pen)}.`
    : [];
  const [start, now] = apart([recent.start, price], pen.price);
  const from = say`${pen.day(recent.from)} kapanışındaki ${suffixed(start, "ablative")}`;
  const to = say`${suffixed(now, "dative")} ${up ? "çıktı" : "indi"}`;
  return Math.abs(recent.asset.value) >= large
    ? say`${pen.name(asset.symbol)} ${from} ${days(recent.days, pen, "locative")} ${to}: ${pen.size(recent.asset)} ${up ? "artış" : "kayıp"}.${beside}`
    : say`${pen.name(asset.symbol)} ${from} ${pen.size(recent.asset)} ${up ? "artışla" : "düşüşle"} ${to}.${beside}`;
}

/** So many standard deviations tell less than how often it moves as much. */
const middling = 0.75;

/** The newest day by the coin's own measure: that of the days before it. */
function day({state, risk, records, asset, pen}: Facts): Text {
  const {change24h, recent} = state;
  if (!change24h) return [];
  if (change24h.value === 0)
    return say`${pen.name(asset.symbol)} son bir günde dolara karşı değişmedi.`;
  const gained = rose(change24h) ? "değer kazandı" : "değer kaybetti";
  const size = pen.size(change24h, 2);
  if (!risk?.day)
    return say`${pen.name(asset.symbol)} son bir günde dolara karşı ${size} ${gained}.`;
  const {usual, days: counted, deviations} = risk.day;
  const last = recent && isTold(recent) ? say`Son` : say`${pen.name(asset.symbol)} son`;
  const before = say`önceki ${pen.count(counted)} günün standart sapması ${pen.volatility(usual, 1)}`;
  if (isSlight(records, risk))
    return say`Son günün hareketi kayda değer değil: ${pen.change(change24h, 2)}; ${before}.`;
  if (records?.still && deviations.value < middling)
    return say`${last} bir günde ${size} ${gained}; önceki ${pen.count(records.still.days)} günün ${suffixed(pen.count(records.still.larger), "possessiveLocative")} de bu kadar hareket etmişti.`;
  if (isUsual(risk))
    return say`${last} bir günde ${size} ${gained}; ${before}, yani olağan bir hareket.`;
  return say`${last} bir günde ${size} ${gained}; ${before}, hareket bunun ${pen.deviations(deviations)} katı.`;
}

/** Longer spans side by side, and how the benchmark fared. */
function past(facts: Facts): Text {
  const {state, benchmark, ruler, pen} = facts;
  const spans = state.past;
  if (spans.length === 0 || ruler?.code === "usd") return [];
  const pairs = spans.flatMap(span => (hasBenchmark(span) ? [pairOf(span, pen)] : []));
  const together = pairs.length === spans.length;
  const changes = together ? pairs.map(([own]) => own) : spans.map(({asset}) => pen.change(asset));
  const inTurn = spans.length > 1 ? " sırasıyla" : "";
  const each = figures(changes.map(one => [one]));
  const own = spans.every(({asset}) => asset.value > 0)
    ? say`Son ${lengths(facts)} günde yükseliş var:${inTurn} ${each}`
    : spans.every(({asset}) => asset.value < 0)
      ? say`Son ${lengths(facts)} günde düşüş var:${inTurn} ${each}`
      : say`Son ${lengths(facts)} günde${inTurn} değişim ${each}`;
  if (!together) return say`${own}.`;
  const others = figures(pairs.map(([, other]) => [other]));
  return compared(spans.filter(hasBenchmark), own, others, named(benchmark.name, "locative", pen));
}

type Compared = PastChange & {readonly benchmark: NonNullable<PastChange["benchmark"]>};
const hasBenchmark = (one: PastChange): one is Compared => one.benchmark !== undefined;

/** In the digits that show which of the two did better. */
const pairOf = ({asset, benchmark}: Compared, pen: Facts["pen"]) =>
  apart([asset, benchmark.change], (one, more) => pen.change(one, 1 + more));

/** Whether it did better or worse than the benchmark over all of them, or now and then. */
function compared(spans: readonly Compared[], own: Text, others: Text, ofOther: Text): Text {
  const gaps = spans.map(({asset, benchmark}) => asset.value - benchmark.change.value);
  if (spans.length > 1 && gaps.every(gap => gap > 0))
    return say`${own}. ${capital(ofOther)} aynı sürelerin getirisi hep daha düşük: ${others}.`;
  if (spans.length > 1 && gaps.every(gap => gap < 0))
    return say`${own}. ${capital(ofOther)} getiri bu sürelerin hepsinde daha yüksek: ${others}.`;
  return say`${own}; ${ofOther} ${others}.`;
}

/** The year's range, and the days that closes are on record for. */
function place({state, pen, asset}: Facts): Text {
  const {yearLow, yearHigh, price, rank} = state;
  if (!yearLow || !yearHigh || state.closes.length === 0) return [];
  const ranked = rank ? say`Piyasa değerinde ${pen.count(rank)}. sırada yer alan ` : [];
  return say`${ranked}${pen.name(asset.symbol)} ${suffixed(pen.price(price), "instrumental")} ${placeInYear(state, yearLow, yearHigh, pen)}.`;
}

/** How far from either end of the year's closes; what is near, the figures say. */
function placeInYear(
  {price: {value}, aboveYearLow, belowYearHigh}: Facts["state"],
  low: Dated<Figure<"USD">>,
  high: Dated<Figure<"USD">>,
  pen: Facts["pen"],
): Text {
  const [lowPrice, highPrice] = apart([low.figure, high.figure], pen.price);
  const lowest = say`${lowPrice}, ${pen.day(low.day)}`;
  const highest = say`${highPrice}, ${pen.day(high.day)}`;
  if (value === high.figure.value) return say`son bir yılın en yüksek kapanışında`;
  if (value === low.figure.value) return say`son bir yılın en düşük kapanışında`;
  if (!belowYearHigh)
    return say`son bir yıldaki bütün kapanışların üzerinde; bunların en yükseği ${suffixed(pen.day(high.day), "relative")} ${highPrice}`;
  if (!aboveYearLow)
    return say`son bir yıldaki bütün kapanışların altında; bunların en düşüğü ${suffixed(pen.day(low.day), "relative")} ${lowPrice}`;
  // The nearer end first.
  return aboveYearLow.value < belowYearHigh.value
    ? say`yılın en düşük kapanışının (${lowest}) ${pen.size(aboveYearLow)} üstünde, en yüksek kapanışının (${highest}) ${pen.drawdown(belowYearHigh)} altında`
    : say`yılın en yüksek kapanışının (${highest}) ${pen.drawdown(belowYearHigh)} altında, en düşük kapanışının (${lowest}) ${pen.size(aboveYearLow)} üstünde`;
}

/** How large it is, and how much of it there can still be. */
function size({state, pen}: Facts): Text {
  const {rank, marketCap, circulatingSupply, maxSupply, issued, fullyDilutedValuation} = state;
  const placed = state.yearLow && state.yearHigh && state.closes.length > 0;
  const cap =
    rank && marketCap && !placed
      ? say`${suffixed(pen.money(marketCap), "adjective")} piyasa değeriyle ${pen.count(rank)}. sırada.`
      : [];
  if (!circulatingSupply) return cap;
  if (!maxSupply || !issued)
    return join([
      cap,
      say`Dolaşımda ${pen.tokens(circulatingSupply)} coin var; kayıtlarda bir üst sınır yok.`,
    ]);
  const diluted = fullyDilutedValuation
    ? say` Hepsi dolaşımda olsa bu fiyattan ${pen.money(fullyDilutedValuation)} ederdi.`
    : [];
  const supply =
    issued.value > 0.995
      ? say`Çıkarılabilecek ${pen.tokens(maxSupply)} coinin neredeyse tamamı dolaşımda.`
      : say`En çok ${suffixed(pen.tokens(maxSupply), "dative")} çıkabilecek arzın ${suffixed(pen.share(issued), "possessive")}, yani ${pen.tokens(circulatingSupply)} coin dolaşımda.${diluted}`;
  return join([cap, supply]);
}

/** How two answers of the same hour differ, and which one this note follows. */
function secondOpinion({state, pen}: Facts): Text {
  const {secondOpinion: other, change24h, price, volume24h} = state;
  if (!other || other.differs.length === 0) return [];
  const versus = ([one, second]: readonly [Printed, Printed]) =>
    say`ilkinde ${one}, ikincisinde ${second}`;
  const change = (one: Figure<"return">, more: number) => pen.change(one, 2 + more);
  const words = {
    price: say`fiyatta ${pen.gap(other.gap)} (${versus(apart([price, other.price], pen.price))})`,
    change24h:
      change24h && other.change24h
        ? say`günlük değişimde (${versus(apart([change24h, other.change24h], change))})`
        : [],
    volume24h:
      volume24h && other.volume24h
        ? say`günlük hacimde (${versus([pen.money(volume24h), pen.money(other.volume24h)])})`
        : [],
  };
  return say`Aynı saatin kayıtlı yanıtları ${list(other.differs.map(one => words[one]))} ayrılıyor. Bu not ilk yanıtı izliyor; öteki coinlerin yanında ise onları da veren yanıtı.`;
}

function priceChart(facts: Facts): Block[] {
  const {asset, pen} = facts;
  const shown = recentCloses(facts);
  if (shown.length < 2) return [];
  const withVolume = shown.some(one => one.volume !== undefined);
  const [first, last] = [shown[0]!, shown.at(-1)!];
  const alt = say`${named(asset.name, "genitive", pen)} ${pen.day(first.date)} – ${pen.day(last.date)} günlük kapanışları: sonda baştakinden ${last.close >= first.close ? "yüksek" : "düşük"}.`;
  return [
    {
      kind: "exhibit",
      title: withVolume
        ? say`${pen.name(asset.symbol)}, günlük kapanış ve işlem hacmi`
        : say`${pen.name(asset.symbol)}, günlük kapanış`,
      body: priceBody(facts, {
        alt,
        watermark: "Simülasyon",
        drawn: chartWords,
        labels: {
          price: `${asset.symbol}, ABD doları`,
          volume: "İşlem hacmi, son 24 saat, ABD doları",
          logarithmic: "logaritmik ölçek",
        },
      }),
      source: sourceLine(closeSources(facts, withVolume), closesTo(last.date, withVolume, facts)),
    },
  ];
}

function closesTo(day: string, withVolume: boolean, {state, pen}: Facts): Text {
  const rests = endOfDay(day) < state.price.asOf ? say`; günlük getirilere dayanan her şey de` : [];
  const volume = withVolume ? "" : " Bu günler için günlük hacim kaydı yok.";
  return say`Kapanışlar ${pen.day(day)} tarihine kadar${rests}.${volume}`;
}
