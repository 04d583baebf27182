import type {Facts} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import type {Quote} from "../market.ts";
import {agrees, type Printed} from "../printed.ts";
import {median} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

/**
 * Which coins make up the field is for the note to say; here they are all that move of their own accord.
 * So shares may differ by four points, numbers of coins by a fifteenth, medians by four tenths of a point.
 */
const tolerance = {share: 0.04, size: 1 / 15, median: 0.004};

/** So many closes behind it has a coin whose day counts. */
const grown = 30;

/** What the others did on the day of the note, or on one before it, between two closes of one source. */
function changesOn(day: number, {market, symbol}: Facts): number[] {
  return market.coins
    .filter(one => one !== symbol && !market.spliced.get(one)?.has(day))
    .flatMap(one => {
      const closes = market.bySymbol.get(one);
      const since = closes?.days[grown];
      return closes && since !== undefined && since <= day ? (closes.return(day) ?? []) : [];
    })
    .map(Math.expm1);
}

/** Near a dollar or a euro, and as good as still. */
const isMoney = ({price, change24h}: Quote): boolean =>
  price > 0.8 && price < 1.3 && Math.abs(change24h) < 0.003;

/** It has the price and the change of a larger one: gold in another wrapping, or a coin in one. */
const isCopy = ({id, price, change24h, marketCap}: Quote, all: readonly Quote[]): boolean =>
  all.some(
    other =>
      other.id !== id &&
      other.marketCap > marketCap &&
      other.price > 5 &&
      Math.abs(price / other.price - 1) < 0.02 &&
      Math.abs(change24h - other.change24h) < 0.0035,
  );

function others(facts: Facts): number[] {
  if (!facts.answered) return changesOn(facts.last, facts);
  const all = [...facts.market.answers.quotes.values()];
  return all
    .filter(one => one.id !== facts.quote?.id && !isMoney(one) && !isCopy(one, all))
    .map(({change24h}) => change24h);
}

function share(
  part: number,
  of: number,
  real: readonly number[],
  test: (one: number) => boolean,
): Verdict {
  const there = real.filter(test).length;
  return verdict(
    "count",
    real.length === 0
      ? undefined
      : Math.abs(part / of - there / real.length) <= tolerance.share + 1 / of,
    `${there} of ${real.length}`,
  );
}

/** Of another field nothing is judged. */
const alike = (shown: number, real: readonly number[]): boolean =>
  Math.abs(shown - real.length) <= tolerance.size * real.length + 1;

const size = (shown: number, real: readonly number[]): Verdict =>
  verdict("count", alike(shown, real) ? true : undefined, real.length);

const middle = (shown: Printed, real: readonly number[]): Verdict =>
  verdict(
    "figure",
    real.length === 0
      ? undefined
      : Math.abs(shown.value - median(real)) <= tolerance.median + shown.step / 2,
    real.length === 0 ? "" : percent(median(real)),
  );

const medianOf = (found: Found): Printed =>
  found.has("way")
    ? directed(found.figure("median"), rises(found.word("way")))
    : found.figure("median");

export const middleOfOthers = (shown: Printed, facts: Facts): Verdict =>
  middle(shown, others(facts));

/** Of so many others so many did worse. */
export function othersThere(
  {coins, worse}: {readonly coins: number; readonly worse: number},
  facts: Facts,
): Verdict {
  const real = others(facts);
  const own = facts.dayChange;
  if (own === undefined) return verdict("place", undefined);
  if (!alike(coins, real)) return size(coins, real);
  const there = real.filter(one => one < own).length;
  return verdict(
    "place",
    Math.abs(worse / coins - there / real.length) <= tolerance.share + 1 / real.length,
    `${there} of ${real.length} did worse`,
  );
}

/** The last day before the note's on which the median coin did as badly, or as well. */
function lastAs(way: 1 | -1, facts: Facts): number | undefined {
  const today = way * median(others(facts));
  for (let day = facts.last - 1; day > facts.last - 3000; day--) {
    const real = changesOn(day, facts);
    if (real.length >= 10 && way * median(real) >= today) return day;
  }
  return undefined;
}

/** Records that begin on one day in such a number begin with a file; older ones are of another market. */
const listing = {since: Date.UTC(2021, 0, 2) / 86_400_000, alike: 8};

/** What other coins had done so many days after their first close, of those that were as old by then. */
function cohort(age: number, {market, symbol, last}: Facts): number[] {
  const all = market.coins.flatMap(one => {
    const closes = one === symbol ? undefined : market.bySymbol.get(one);
    return closes ? [closes] : [];
  });
  const begun = Map.groupBy(all, closes => closes.first);
  return all.flatMap(closes => {
    const {first, days} = closes;
    if (first < listing.since || begun.get(first)!.length >= listing.alike) return [];
    if (first + age > last || days[age] !== first + age) return [];
    return closes.at(first + age)! / closes.at(first)! - 1;
  });
}

const ageOf = (facts: Facts) => facts.last - facts.coin.first;

export const field: Judge = {
  subject: "the other coins",
  readings: [
    reading(
      [
        "Of {size:count} other coins {up:count} rose and {down:count} fell; the median change is {median:pct}",
        "{down:count} of {size:count} other coins fell and {up:count} rose\\.",
        "{up:count} of {size:count} other coins rose and {down:count} fell\\.",
        "the others went both ways, {up:count} of {size:count} up and {down:count} down\\.",
        "{down:count} of {size:count} other coins fell and {up:count} rose; the median (?<way>gained|lost) {median:pct}",
        "the others went both ways, {up:count} of {size:count} up and {down:count} down; the median (?<way>gained|lost) {median:pct}",
        "{up:count} of {size:count} other coins rose and {down:count} fell; the median (?<way>gained|lost) {median:pct}",
      ],
      [
        "[Dd]iğer {size:count} coinin {up:count} yükseldi, {down:count} geriledi; medyan değişim {median:pct}",
        "[Dd]iğer {size:count} coinin {up:count} yükseldi, {down:count} geriledi\\.",
        "ayrı yönlere gitti: {size:count} coinin {up:count} yukarı, {down:count} aşağı\\.",
        "ayrı yönlere gitti: {size:count} coinin {up:count} yukarı, {down:count} aşağı; medyan {median:pct} (?<way>yükseldi|geriledi)",
        "[Dd]iğer {size:count} coinin {up:count} yükseldi, {down:count} geriledi; medyan {median:pct} (?<way>yükseldi|geriledi)",
      ],
      (found, facts) => {
        const real = others(facts);
        const of = found.count("size");
        if (!alike(of, real)) return size(of, real);
        return [
          size(of, real),
          share(found.count("up"), of, real, one => one > 0),
          share(found.count("down"), of, real, one => one < 0),
          verdict("count", found.count("up") + found.count("down") <= of),
          ...(found.has("median") ? [middle(medianOf(found), real)] : []),
        ];
      },
    ),
    reading(
      "{coin} (?:gained|lost|did not move)[^:.]*(?:\\.\\d+%)?: {worse:count} of the others did worse and {better:count} better",
      "{coin} [^;.]* (?:yükseldi|geriledi); ötekilerin {worse:count} daha kötü, {better:count} daha iyi",
      (found, facts) => {
        const real = others(facts);
        const own = facts.dayChange;
        if (own === undefined) return verdict("place", undefined);
        const of = real.length;
        const [worse, better] = [found.count("worse"), found.count("better")];
        if (!alike(worse + better, real)) return size(worse + better, real);
        const there = real.filter(one => one < own).length;
        return verdict(
          "place",
          Math.abs(worse / (worse + better) - there / of) <= tolerance.share + 1 / of,
          `${there} of ${of} did worse`,
        );
      },
    ),
    reading(
      "{coin} (?:gained|lost) [\\d.]+%, (?<than>better|worse) than {worse:count} of the others",
      "{coin} [^;.]*? (?:yükseldi|geriledi) ve ötekilerin {worse:count} daha (?<than>kötü|iyi) bir gün geçirdi",
      (found, facts) => {
        const real = others(facts);
        const own = facts.dayChange;
        const size = /(\d+) (?:other coins|coinin)/u.exec(found.block.text)?.[1];
        if (own === undefined || size === undefined || !alike(Number(size), real))
          return verdict("place", undefined);
        const better = /better|iyi/.test(found.word("than"));
        const there = real.filter(one => (better ? one < own : one > own)).length;
        return verdict(
          "place",
          Math.abs(found.count("worse") / Number(size) - there / real.length) <= tolerance.share,
          `${there} of ${real.length}`,
        );
      },
    ),
    reading(
      "(?<=\\. )Bitcoin (?<way>gained|lost) {change:pct}\\.",
      [
        "(?<=\\. )Bitcoin’de değişim {change:pct}\\.",
        "(?<=\\. )Bitcoin {change:pct} (?<way>yükseldi|geriledi)\\.",
      ],
      (found, facts) => {
        if (!/other coins|coinin/.test(found.block.text)) return [];
        const {trending, quotes} = facts.market.answers;
        const closes = facts.market.closesOf("bitcoin")!;
        const real = facts.answered
          ? [trending.get("bitcoin")?.change24h, quotes.get("bitcoin")?.change24h]
          : [closes.return(facts.last)].map(one => one && Math.expm1(one));
        const shown = found.figure("change");
        const signed = found.has("way") ? directed(shown, rises(found.word("way"))) : shown;
        return verdict(
          "figure",
          real.every(one => one === undefined)
            ? undefined
            : real.some(one => one !== undefined && agrees(signed, one)),
          real.map(one => (one === undefined ? "" : percent(one))).join(" or "),
        );
      },
    ),
    reading(
      [
        "By that median no day had been (?<how>better|worse) since {day:date}",
        "The market had had no (?<how>better|worse) day since {day:date}",
      ],
      [
        "Medyana göre (?:daha|bundan) (?<how>kötü|iyi)(?: geçen)? son gün {day:date}",
        "Piyasanın bundan (?<how>kötü|iyi) son günü {day:date}",
      ],
      (found, facts) => {
        if (facts.answered) return verdict("superlative", undefined);
        const day = lastAs(/better|iyi/.test(found.word("how")) ? 1 : -1, facts);
        const shown = found.day("day");
        // A median is close to that of another choice of coins, not equal to it.
        const way = /better|iyi/.test(found.word("how")) ? 1 : -1;
        const gap = way * (median(changesOn(shown, facts)) - median(others(facts)));
        const between = Array.from(
          {length: facts.last - shown - 1},
          (_, i) => shown + 1 + i,
        ).filter(
          one => way * (median(changesOn(one, facts)) - median(others(facts))) > tolerance.median,
        );
        return verdict(
          "superlative",
          gap > -tolerance.median && between.length === 0,
          day === undefined
            ? "never before"
            : new Date(day * 86_400_000).toISOString().slice(0, 10),
        );
      },
    ),
    reading(
      "on a day on which {down:count} of {size:count} other coins (?<way>fell|rose)",
      "[Dd]iğer {size:count} coinin {down:count} (?<way>gerilediği|yükseldiği) gün",
      (found, facts) => {
        const real = others(facts);
        const way = rises(found.word("way"));
        if (!alike(found.count("size"), real)) return size(found.count("size"), real);
        return [
          size(found.count("size"), real),
          share(found.count("down"), found.count("size"), real, one => way * one > 0),
        ];
      },
    ),
    reading(
      [
        "in its first {days:count} days?; {worse:count} of {size:count} new coins did worse",
        "Of {size:count} other coins at that age {fallen:count} had fallen, and the median had (?<way>lost|gained) {median:pct}",
      ],
      [
        "ilk {days:count} gününde .+?; {size:count} yeni coinin {worse:count} daha kötüydü",
        "Aynı yaştaki {size:count} coinin {fallen:count} değer kaybetmişti, medyan değişim {median:pct}",
        "Aynı yaştaki {size:count} coinin {fallen:count} değer (?:yitirmişti;|kaybetmişti,) medyan {median:pct} (?<way>yükseldi|geriledi|yükselmişti|gerilemişti)",
      ],
      (found, facts) => {
        const age = ageOf(facts);
        const real = cohort(age, facts);
        if (real.length === 0) return verdict("count", undefined);
        const of = found.count("size");
        const verdicts = [];
        if (found.has("days"))
          verdicts.push(verdict("span", found.count("days") === age, `${age} days`));
        // Whose record begins with the source's and not with the coin's has no age: which, the note knows.
        if (Math.abs(of - real.length) > 0.1 * real.length + 2)
          return [...verdicts, verdict("count", undefined, `${real.length} at ${age} days`)];
        if (found.has("worse")) {
          const own = facts.coin.at(facts.last)! / facts.coin.at(facts.coin.first)! - 1;
          const there = real.filter(one => one < own).length;
          verdicts.push(
            verdict(
              "place",
              Math.abs(found.count("worse") / of - there / real.length) <= 0.04,
              `${there} of ${real.length}`,
            ),
          );
        }
        if (found.has("fallen"))
          verdicts.push(share(found.count("fallen"), of, real, one => one < 0));
        if (found.has("median")) {
          const shown = found.has("way")
            ? directed(found.figure("median"), rises(found.word("way")))
            : found.figure("median");
          verdicts.push(
            verdict("figure", Math.abs(shown.value - median(real)) <= 0.02, percent(median(real))),
          );
        }
        return verdicts;
      },
    ),
    reading(
      [
        "(?:{worse:count} of them had done worse than {coin}, {better:count} better|{better:count} of them had done better than {coin}, {worse:count} worse)",
        "(?<none>None) of them had done (?<how>worse|better) than {coin}",
        "Of the others at that age (?:{worse:count} had done worse, {better:count} better|{better:count} had done better, {worse:count} worse)",
        "(?<none>None) of the others at that age had done (?<how>worse|better)",
      ],
      [
        "(?:Bu|O yaştaki) {size:count} coinin {worse:count} daha kötü, {better:count} daha iyi durumdaydı",
        "(?:Bu|O yaştaki) {size:count} coinin (?<none>hiçbiri) daha (?<how>kötü|iyi) durumda değildi",
      ],
      (found, facts) => {
        const real = cohort(ageOf(facts), facts);
        const own = facts.coin.at(facts.last)! / facts.coin.at(facts.coin.first)! - 1;
        if (real.length < 10) return verdict("place", undefined);
        const worse = real.filter(one => one < own).length;
        const shown = found.has("worse")
          ? found.count("worse") / (found.count("worse") + found.count("better"))
          : /worse|kötü/.test(found.word("how"))
            ? 0
            : 1;
        return verdict(
          "place",
          Math.abs(shown - worse / real.length) <= tolerance.share,
          `${worse} of ${real.length} had done worse`,
        );
      },
    ),
    reading(
      "{days:count} days? later it is (?<way>up|down) {change:pct}\\.",
      "{days:count} gün sonra fiyat {change:pct} (?<way>yukarıda|aşağıda)\\.",
      (found, facts) => {
        const age = ageOf(facts);
        const own = facts.since(facts.coin.first);
        if (own === undefined) return verdict("figure", undefined);
        const way = /up|yukarıda/.test(found.word("way")) ? 1 : -1;
        return [
          verdict("span", found.count("days") === age, `${age} days`),
          verdict("figure", agrees(directed(found.figure("change"), way), own), percent(own)),
        ];
      },
    ),
    reading(
      "^A (?<hard>hard|good) beginning, (?:and a rare one|not a rare one)|^A rare beginning",
      "^(?:Zor|İyi|iyi) ama sıra dışı olmayan bir başlangıç|^Sıra dışı, (?:zor|iyi) bir başlangıç",
      (found, facts) => {
        const real = cohort(ageOf(facts), facts);
        const own = facts.coin.at(facts.last)! / facts.coin.at(facts.coin.first)! - 1;
        if (real.length < 10) return verdict("place", undefined);
        const part = real.filter(one => one < own).length / real.length;
        const up = /good|A rare beginning|[İi]yi/.test(found.text);
        const usual = /not a rare|olmayan/.test(found.text);
        const edge = Math.min(part, 1 - part);
        return [
          verdict("direction", up ? own > 0 : own < 0, percent(own)),
          verdict("place", usual ? edge > 0.02 : edge < 0.08, percent(part)),
        ];
      },
    ),
    reading(
      "(?:(?<next>The next-(?:best|worst)), )?(?<name>[^.,;:]+?),? (?<way>lost|gained)(?: most)?,? {change:pct}\\.$",
      "(?:(?<next>Ondan sonra en)|En) çok (?<way>yükselen|düşen), {change:pct} ile (?<name>[^.,;]+)\\.$",
      (found, facts) => {
        const name = found.word("name").trim();
        const symbol =
          facts.market.assets.find(one => one.name === name)?.symbol ??
          (facts.market.bySymbol.has(name) ? name : undefined);
        const log = symbol && facts.market.bySymbol.get(symbol)?.return(facts.last);
        if (!/ most|next-|En çok|en çok/.test(found.text)) return [];
        if (log === undefined || log === "" || facts.answered) return verdict("figure", undefined);
        const change = Math.expm1(log);
        const way = rises(found.word("way").replace("yükselen", "yükseldi"));
        const beyond = others(facts).filter(one => way * one > way * change + 1e-9).length;
        return [
          verdict("figure", agrees(directed(found.figure("change"), way), change), percent(change)),
          // Which coins make up the field is for the note to say; few can lie beyond the farthest.
          verdict("superlative", beyond <= (found.has("next") ? 3 : 2), `${beyond} went farther`),
        ];
      },
    ),
    reading(
      "The middle half of the other coins (?<way>lost|gained) between {from:pct} and {to:pct}",
      "Diğer coinlerin ortadaki yarısı {from:pct} ile {to:pct} arasında (?<way>kazandı|kaybetti)",
      (found, facts) => {
        const real = others(facts).toSorted((a, b) => a - b);
        if (real.length < 20) return verdict("figure", undefined);
        const at = (part: number) => Math.abs(real[Math.round(part * (real.length - 1))]!);
        const ends = [at(0.25), at(0.75)].toSorted((a, b) => a - b);
        const told = [found.figure("from"), found.figure("to")]
          .map(({value}) => Math.abs(value))
          .toSorted((a, b) => a - b);
        return verdict(
          "figure",
          told.every((one, i) => Math.abs(one - ends[i]!) <= 0.012),
          ends.map(percent).join(" to "),
        );
      },
    ),
  ],
};
