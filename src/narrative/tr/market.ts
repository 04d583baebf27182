import type {Block, Section} from "../../model/article.ts";
import {endOfDay} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {Dated, PastChange} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {closeSources, priceBody, recentCloses} from "../charts.ts";
import type {Facts} from "../facts.ts";
import type {Story} from "../story.ts";
import {suffixed} from "./suffix.ts";
import {spans as lengths, verb} from "./title.ts";
import {capital, days, figures, named, rose, sourceLine} from "./words.ts";

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

function heading({state, records, asset, pen}: Facts, {lead}: Story): Text {
  const {change24h} = state;
  if (lead === "week" || lead === "month") {
    const run = records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;
    return rose(run.change) ? say`Nereden nereye çıktı` : say`Nereden nereye indi`;
  }
  if (lead === "coin-day") return rose(change24h!) ? say`Sert yükseliş günü` : say`Sert düşüş günü`;
  if (lead === "high") return say`Öncekilerin üzerinde`;
  if (lead === "low") return say`Öncekilerin altında`;
  if (change24h && Math.abs(change24h.value) >= 0.01)
    return rose(change24h) ? say`Yükselişle geçen gün` : say`Düşüşle geçen gün`;
  return say`${named(asset.symbol, "genitive", pen)} durumu`;
}

/** The move of the last days, where it is worth a sentence. */
function move({state, asset, benchmark, pen}: Facts): Text {
  const {recent, price} = state;
  if (!recent || Math.abs(recent.asset.value) < 0.05) return [];
  const up = rose(recent.asset);
  const change = recent.benchmark?.change;
  const beside = change
    ? say` Aynı günlerde ${pen.name(benchmark.name)} ${pen.size(change)} ${verb(change)}.`
    : [];
  const from = say`${pen.day(recent.from)} kapanışındaki ${suffixed(pen.price(recent.start), "ablative")}`;
  const to = say`${suffixed(pen.price(price), "dative")} ${up ? "çıktı" : "indi"}`;
  return Math.abs(recent.asset.value) >= large
    ? say`${pen.name(asset.symbol)} ${from} ${days(recent.days, pen, "locative")} ${to}: ${pen.size(recent.asset)} ${up ? "artış" : "kayıp"}.${beside}`
    : say`${pen.name(asset.symbol)} ${from} ${pen.size(recent.asset)} ${up ? "artışla" : "düşüşle"} ${to}.${beside}`;
}

/** The newest day by the coin's own measure. */
function day({state, risk, asset, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  const gained = rose(change24h) ? "değer kazandı" : "değer kaybetti";
  const size = pen.size(change24h, 2);
  if (!risk?.day)
    return say`${pen.name(asset.symbol)} son bir günde dolara karşı ${size} ${gained}.`;
  const usual = pen.volatility(risk.daily, 1);
  const deviations = Math.abs(risk.day.deviations.value);
  if (deviations < 0.5)
    return say`Son günün hareketi kayda değer değil: günlük standart sapması ${usual} olan bir coinde ${pen.change(change24h, 2)}.`;
  if (deviations < 1.5)
    return say`Son bir günde ${size} ${gained}; ${suffixed(usual, "adjective")} günlük standart sapma içinde olağan bir hareket.`;
  if (deviations < 2.5)
    return say`Son bir günde ${size} ${gained}; bu, ${usual} olan günlük standart sapmasının ${pen.deviations(risk.day.deviations)} katı.`;
  return say`Son bir günde ${size} ${gained}. Günlük standart sapması son ${pen.count(risk.volatility[0]!.days)} günde ${usual}; hareket bunun ${pen.deviations(risk.day.deviations)} katı.`;
}

/** Longer spans side by side, and how the benchmark fared. */
function past(facts: Facts): Text {
  const {state, benchmark, ruler, pen} = facts;
  const spans = state.past;
  if (spans.length === 0 || ruler?.code === "usd") return [];
  const sizes = figures(spans.map(({asset}) => say`${pen.size(asset)}`));
  const changes = figures(spans.map(({asset}) => say`${pen.change(asset)}`));
  const ups = spans.filter(({asset}) => rose(asset)).length;
  const inTurn = spans.length > 1 ? " sırasıyla" : "";
  const own =
    ups === spans.length
      ? say`Son ${lengths(facts)} günde${inTurn} ${sizes} yükseldi`
      : ups === 0
        ? say`Son ${lengths(facts)} günde${inTurn} ${sizes} geriledi`
        : say`Son ${lengths(facts)} güne bakınca tablo karışık: ${changes}`;
  const beside = spans.filter(hasBenchmark);
  if (beside.length < spans.length) return say`${own}.`;
  const others = figures(beside.map(({benchmark: one}) => say`${pen.change(one.change)}`));
  return compared(beside, own, others, named(benchmark.name, "locative", pen));
}

type Compared = PastChange & {readonly benchmark: NonNullable<PastChange["benchmark"]>};
const hasBenchmark = (one: PastChange): one is Compared => one.benchmark !== undefined;

/** Whether it did better or worse than the benchmark over all of them, or now and then. */
function compared(spans: readonly Compared[], own: Text, others: Text, ofOther: Text): Text {
  const better = spans.filter(({asset, benchmark}) => asset.value > benchmark.change.value).length;
  if (spans.length > 1 && better === spans.length)
    return say`${own}. ${capital(ofOther)} aynı sürelerin getirisi hep daha düşük: ${others}.`;
  if (spans.length > 1 && better === 0)
    return say`${own}. ${capital(ofOther)} getiri bu sürelerin hepsinde daha yüksek: ${others}.`;
  return say`${own}; ${ofOther} ${others}.`;
}

/** The year's range, and the days that closes are on record for. */
function place({state, pen, asset}: Facts): Text {
  const {yearLow, yearHigh, price, rank} = state;
  if (!yearLow || !yearHigh || state.closes.length === 0) return [];
  const ranked = rank ? say`Piyasa değerinde ${pen.count(rank)}. sırada yer alan ` : [];
  return say`${ranked}${pen.name(asset.symbol)} ${suffixed(pen.price(price), "instrumental")} ${placeInYear(price, yearLow, yearHigh, pen)}.`;
}

function placeInYear(
  {value}: Figure<"USD">,
  low: Dated<Figure<"USD">>,
  high: Dated<Figure<"USD">>,
  pen: Facts["pen"],
): Text {
  const lowest = say`${pen.price(low.figure)}, ${pen.day(low.day)}`;
  const highest = say`${pen.price(high.figure)}, ${pen.day(high.day)}`;
  if (value === high.figure.value) return say`son bir yılın en yüksek kapanışında`;
  if (value === low.figure.value) return say`son bir yılın en düşük kapanışında`;
  if (value > high.figure.value)
    return say`son bir yıldaki bütün kapanışların üzerinde; bunların en yükseği ${suffixed(pen.day(high.day), "relative")} ${pen.price(high.figure)}`;
  if (value < low.figure.value)
    return say`son bir yıldaki bütün kapanışların altında; bunların en düşüğü ${suffixed(pen.day(low.day), "relative")} ${pen.price(low.figure)}`;
  const height =
    Math.log(value / low.figure.value) / Math.log(high.figure.value / low.figure.value);
  if (height < 0.15)
    return say`yılın en düşük kapanışına yakın (${lowest}), en yükseğinden uzak (${highest})`;
  if (height > 0.85)
    return say`yılın en yüksek kapanışına yakın (${highest}), en düşüğünden uzak (${lowest})`;
  return say`yılın en düşük kapanışı (${lowest}) ile en yüksek kapanışı (${highest}) arasında`;
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
  const {secondOpinion: other, change24h, price} = state;
  if (!other || Math.abs(other.gap.value) < agreement) return [];
  const changes =
    change24h && other.change24h
      ? say`; günlük değişim de farklı: ilkinde ${pen.change(change24h, 2)}, ikincisinde ${pen.change(other.change24h, 2)}`
      : [];
  return say`Aynı saatin kayıtlı yanıtları fiyatta ${pen.gap(other.gap)} ayrılıyor (${pen.price(price)} ve ${pen.price(other.price)})${changes}. Bu notta hep ilk yanıt kullanıldı.`;
}

/** What two answers of one second may differ by. */
const agreement = 0.001;

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
