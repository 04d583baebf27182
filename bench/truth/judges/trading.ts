import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {agrees, type Printed} from "../printed.ts";
import {median} from "../statistics.ts";
import {percent} from "../words.ts";

interface Traded {
  readonly volume: number;
  readonly cap: number;
}

/** What changed hands in the day before the note, and the market cap beside it. */
function traded(facts: Facts): Traded | undefined {
  if (facts.quote) return {volume: facts.quote.volume, cap: facts.quote.marketCap};
  const day = facts.market.activity.get(facts.symbol)?.get(facts.last);
  return day && day.cap > 0 ? day : undefined;
}

const turnover = ({volume, cap}: Traded) => volume / cap;

/** Turnover of the days before: of so many by the calendar, and of so many that are known. */
function before(days: number, facts: Facts): number[][] {
  const activity = facts.market.activity.get(facts.symbol) ?? new Map<number, Traded>();
  const known = [...activity]
    .filter(([day, {cap}]) => day < facts.last && cap > 0)
    .sort(([a], [b]) => b - a)
    .map(([day, one]) => ({day, share: turnover(one)}));
  const those = [known.filter(({day}) => day >= facts.last - days), known.slice(0, days)];
  return those.map(all => all.map(({share}) => share));
}

/** A coin that is in both answers may be told by either: they differ by less than a hundredth. */
const near = (shown: Printed, real: number) =>
  agrees(shown, real) || Math.abs(shown.value / real - 1) < 0.015;

const market = ({market: {answers}}: Facts) =>
  [...answers.quotes.values()]
    .filter(({volume, marketCap}) => volume > 0 && marketCap > 0)
    .map(({volume, marketCap}) => volume / marketCap);

function figure(shown: Printed, real: number | undefined): Verdict {
  return verdict("figure", real === undefined ? undefined : near(shown, real), real ?? "");
}

export const trading: Judge = {
  subject: "trading and size",
  readings: [
    reading(
      [
        "{volume:usd} of {coin} changed hands in (?:the trailing|a) day[,:] {share:pct} of",
        "In a day {volume:usd} of it changed hands, {share:pct} of its market cap",
        "^Volume of {volume:usd} in the trailing day is {share:pct} of market cap",
        "^Volume, trailing day: {volume:usd}, {share:pct} of market cap",
      ],
      [
        "Son bir günde {volume:usd} {coin} el değiştirdi(?:; bu,|:) .*?piyasa değerinin {share:pct}",
        "Bir günde {volume:usd} el değiştirdi, piyasa değerinin {share:pct}",
        "Son bir günde {volume:usd} işlem hacmi: piyasa değerinin {share:pct}",
        "^İşlem hacmi, son bir gün: {volume:usd}; piyasa değerinin {share:pct}",
      ],
      (found, facts) => {
        const real = traded(facts);
        return [
          figure(found.figure("volume"), real?.volume),
          figure(found.figure("share"), real && turnover(real)),
        ];
      },
    ),
    reading(
      "against {bitcoin:pct} for Bitcoin and a median of {median:pct} among the {size:count} largest coins with known figures\\. {below:pct} of those coins turned over less",
      "Bitcoin’de oran {bitcoin:pct}; verisi bilinen en büyük {size:count} coinde medyan {median:pct}\\. O coinlerin {below:pct} bunun altında",
      (found, facts) => {
        if (!facts.answered) return verdict("figure", undefined);
        const [real, all] = [traded(facts), market(facts)];
        const bitcoin = facts.market.answers.quotes.get("bitcoin")!;
        return [
          figure(found.figure("bitcoin"), bitcoin.volume / bitcoin.marketCap),
          // A hundredth: the coin itself may be among them or not.
          verdict(
            "figure",
            Math.abs(found.figure("median").value - median(all)) < 0.001,
            median(all),
          ),
          verdict("count", Math.abs(found.count("size") - all.length) <= 2, all.length),
          verdict(
            "place",
            real === undefined
              ? undefined
              : Math.abs(
                  found.figure("below").value -
                    all.filter(one => one < turnover(real)).length / all.length,
                ) < 0.01,
          ),
        ];
      },
    ),
    reading(
      "It was lower on (?:only )?{share:pct} of the last {days:count} days, whose median is {median:pct}",
      "Kendi geçmişinde son {days:count} günün (?:yalnızca )?{share:pct} oran daha (?:da )?düşüktü; o günlerin medyanı {median:pct}",
      (found, facts) => {
        const real = traded(facts);
        if (!real) return verdict("figure", undefined);
        const fair = before(found.count("days"), facts).filter(all => all.length >= 30);
        const lowerIn = (all: readonly number[]) =>
          all.filter(one => one < turnover(real)).length / all.length;
        const shown = found.figure("median");
        const right = (all: readonly number[]) =>
          Math.abs(found.figure("share").value - lowerIn(all)) < 0.012 &&
          Math.abs(shown.value - median(all)) < 0.01 * median(all) + shown.step / 2;
        return verdict(
          "place",
          fair.length === 0 ? undefined : fair.some(right),
          fair
            .map(all => `${percent(lowerIn(all))} below, median ${percent(median(all))}`)
            .join(" or "),
        );
      },
    ),
    reading(
      "A day with turnover (?<above>down|up) at (?:the large coins’ median of|its own usual) {usual:pct}, from {now:pct} now",
      "Hacim / piyasa değeri oranının {now:pct}, (?:büyük coinlerin medyanı|kendi olağan düzeyi) olan {usual:pct} (?<above>indiği|çıktığı) bir gün",
      (found, facts) => {
        const real = traded(facts);
        const [now, usual] = [found.figure("now").value, found.figure("usual").value];
        const above = found.word("above");
        return [
          figure(found.figure("now"), real && turnover(real)),
          ...(above === ""
            ? []
            : [
                verdict(
                  "comparison",
                  /down|indiği/.test(above) ? now > usual : now < usual,
                  `${now} and ${usual}`,
                ),
              ]),
        ];
      },
    ),
    reading(
      [
        "{share:pct} of that volume would be {order:usd}",
        "[Aa]n order of {order:usd} would already have been {share:pct} of that day’s trading",
      ],
      "{order:usd} tek bir emir o günkü işlemlerin {share:pct} oluştururdu",
      (found, facts) => {
        const real = traded(facts);
        if (!real) return verdict("figure", undefined);
        const order = found.figure("order");
        const share = found.figure("share").value;
        return verdict("figure", near(order, share * real.volume), share * real.volume);
      },
    ),
    reading(
      "^(?:Market cap, circulating|Market cap, as printed): {cap:usd}(?:, rank {rank:count})?",
      "^Piyasa değeri \\([^)]*\\): {cap:usd}(?:, {rank:count}\\. sırada)?",
      (found, facts) => [
        figure(found.figure("cap"), traded(facts)?.cap),
        ...(found.has("rank")
          ? [
              verdict(
                "place",
                facts.quote && found.count("rank") === facts.quote.rank,
                facts.quote?.rank,
              ),
            ]
          : []),
      ],
    ),
    reading(
      "^Fully diluted: {value:usd}(?:, at {max:num} coins at most)?",
      "^Tam seyreltilmiş değer: {value:usd}",
      (found, facts) => figure(found.figure("value"), facts.quote?.fullyDiluted ?? undefined),
    ),
    reading(
      "Of at most {max:num} coins {now:num} circulate, {share:pct}",
      "En çok {max:num} coinin {now:num} dolaşımda, {share:pct}",
      (found, facts) => {
        const {quote} = facts;
        if (!quote?.max || !quote.circulating) return verdict("figure", undefined);
        return [
          figure(found.figure("max"), quote.max),
          figure(found.figure("now"), quote.circulating),
          figure(found.figure("share"), quote.circulating / quote.max),
        ];
      },
    ),
    reading(
      [
        "{now:num} coins circulate; no upper limit is on record",
        "^Supply in circulation: {now:num} coins(?:, {share:pct} of at most {max:num} coins|; no upper limit on record)",
        "^Supply in circulation: (?<full>nearly all) of {max:num} coins",
        "(?<full>Nearly all) of the {max:num} coins that can be are in circulation",
      ],
      [
        "Dolaşımda {now:num} coin var; kayıtlarda bir üst sınır yok",
        "^Dolaşımdaki arz: {now:num} coin; (?:en çok {max:num} coinin {share:pct}|kayıtlarda üst sınır yok)",
        "^Dolaşımdaki arz: {max:num} coinin (?<full>neredeyse tamamı)",
        "Çıkarılabilecek {max:num} coinin (?<full>neredeyse tamamı) dolaşımda",
        "En çok {max:num}\\p{L}* çıkabilecek arzın {share:pct}, yani {now:num} coin dolaşımda",
      ],
      (found, facts) => {
        const {quote} = facts;
        if (!quote?.circulating) return verdict("figure", undefined);
        const part = quote.max ? quote.circulating / quote.max : undefined;
        return [
          ...(found.has("now") ? [figure(found.figure("now"), quote.circulating)] : []),
          ...(found.has("max") ? [figure(found.figure("max"), quote.max ?? undefined)] : []),
          ...(found.has("share") ? [figure(found.figure("share"), part)] : []),
          ...(found.has("full") ? [verdict("nearness", (part ?? 0) > 0.95, part)] : []),
        ];
      },
    ),
    reading(
      "By market cap, {cap:usd}, it ranks number {rank:count}",
      "{cap:usd} piyasa değeriyle {rank:count}\\. sırada",
      (found, facts) => [
        figure(found.figure("cap"), traded(facts)?.cap),
        verdict(
          "place",
          facts.quote && found.count("rank") === facts.quote.rank,
          facts.quote?.rank,
        ),
      ],
    ),
    reading(
      "lists it as number {rank:count} of the {size:count} most searched coins",
      "en çok aranan {size:count} coin arasında {rank:count}\\. sırada gösteriyor",
      (found, facts, note) => {
        const listed = [...facts.market.answers.trending.keys()];
        return [
          verdict("count", found.count("size") === listed.length, listed.length),
          verdict("place", listed[found.count("rank") - 1] === note.coin, listed.join(", ")),
        ];
      },
    ),
    reading(
      "Of the {size:count} largest coins with known figures (?:only )?{below:pct} turned over less, and their median is {median:pct}",
      "En büyük {size:count} coinin[^.]*? {below:pct}[^.]*medyan[^.]*? {median:pct}",
      (found, facts) => {
        if (!facts.answered) return verdict("figure", undefined);
        const [real, all] = [traded(facts), market(facts)];
        const part = real && all.filter(one => one < turnover(real)).length / all.length;
        return [
          verdict("count", Math.abs(found.count("size") - all.length) <= 2, all.length),
          verdict(
            "figure",
            Math.abs(found.figure("median").value - median(all)) < 0.001,
            median(all),
          ),
          verdict(
            "place",
            part === undefined ? undefined : Math.abs(found.figure("below").value - part) < 0.012,
            part,
          ),
        ];
      },
    ),
  ],
};
