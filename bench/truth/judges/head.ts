import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {median} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";
import {middleOfOthers, othersThere} from "./field.ts";

const baselineDays = 270;

/** Of a window and its baseline: on how many days both went the same way. */
function sameWay(window: number, facts: Facts): [now: number, before: number] {
  const to = Math.min(facts.last, facts.benchmark.last);
  const from = to - window + 1;
  const count = ({x, y}: {x: readonly number[]; y: readonly number[]}) =>
    x.filter((one, i) => one * y[i]! > 0).length;
  return [count(facts.pairsIn(from, to)), count(facts.pairsIn(from - baselineDays, from - 1))];
}

/** Simple returns of all days before the one that is told. */
function earlier(facts: Facts): {day: number; change: number}[] {
  const until = facts.answered ? facts.last : facts.last - 1;
  return facts.coin.days.flatMap(day => {
    const log = day <= until ? facts.coin.return(day) : undefined;
    return log === undefined ? [] : [{day, change: Math.expm1(log)}];
  });
}

const known = (facts: Facts) =>
  !facts.pegged && !facts.coin.doubtful(facts.coin.first + 1, facts.last);

const within = (shown: number, real: number, by = 1): Verdict =>
  verdict("count", Math.abs(shown - real) <= by, real);

function volumes(facts: Facts) {
  const days = facts.market.activity.get(facts.symbol);
  const own = days?.get(facts.last)?.volume;
  if (facts.answered || !days || !own) return undefined;
  const before = [...days].flatMap(([day, {volume}]) =>
    day < facts.last && day >= facts.last - 365 && volume > 0 ? [{day, volume}] : [],
  );
  return {own, before, middle: median(before.map(({volume}) => volume))};
}

export const head: Judge = {
  subject: "title, deck and summary",
  readings: [
    reading(
      "It went the same way as Bitcoin on {same:count} of the last {days:count} days; of the {daysBefore:count} days before, on {sameBefore:count}",
      "Son {days:count} günün {same:count} Bitcoin’le aynı yöne gitti; önceki {daysBefore:count} günde bu sayı {sameBefore:count}",
      (found, facts) => {
        const [window] = [30, 60, 90].filter(
          one => Math.abs((facts.tie(one)?.days ?? 0) - found.count("days")) <= 0,
        );
        const tie = window === undefined ? undefined : facts.tie(window);
        if (window === undefined || !tie) return verdict("count", undefined);
        const [now, before] = sameWay(window, facts);
        return [
          within(found.count("same"), now, 0),
          within(found.count("sameBefore"), before),
          within(found.count("daysBefore"), tie.baseline),
        ];
      },
    ),
    reading(
      [
        "more than chance explains \\(rank correlation {now:num}, from {before:num}; p [=<] {p:num}",
        "rank correlation {now:num} over {days:count} days and {before:num} in the {daysBefore:count} days before, a difference within what chance does \\(p [=<] {p:num}",
      ],
      [
        "\\(sıra korelasyonu {now:num}, öncesinde {before:num}; ",
        "sıra korelasyonu {days:count} günde {now:num}, önceki {daysBefore:count} günde {before:num}; fark tesadüfün sınırları içinde",
      ],
      (found, facts) => {
        const ties = [30, 60, 90].flatMap(window => facts.tie(window) ?? []);
        if (ties.length === 0) return verdict("figure", undefined);
        const tie = ties.find(
          ({rho, before}) =>
            agrees(found.figure("now"), rho) && agrees(found.figure("before"), before),
        );
        return [
          verdict("figure", tie !== undefined, ties.map(({rho}) => rho.toFixed(2)).join(", ")),
          ...(tie && found.has("days") ? [within(found.count("days"), tie.days, 0)] : []),
          ...(tie && found.has("daysBefore")
            ? [within(found.count("daysBefore"), tie.baseline)]
            : []),
        ];
      },
    ),
    reading(
      "In {count:count} earlier days on record, since {from:date}, it never (?<way>gained|lost) as much(?:: the most was {most:pct}, on {day:date})?",
      "{from:date} bu yana kayıtlı {count:count} günün hiçbirinde bu kadar (?<way>yükselmemişti|gerilememişti)(?:; o güne kadarki en büyük (?:yükseliş|düşüş) {day:date} {most:pct})?",
      (found, facts) => {
        const change = facts.dayChange;
        if (!known(facts) || change === undefined) return verdict("superlative", undefined);
        const way = /gained|yüksel/.test(found.word("way")) ? 1 : -1;
        const all = earlier(facts);
        const most = all.reduce((a, b) => (way * b.change > way * a.change ? b : a));
        return [
          within(found.count("count"), all.length),
          verdict("since", Math.abs(found.day("from") - all[0]!.day) <= 1, dateOf(all[0]!.day)),
          verdict("superlative", way * most.change < way * change, percent(most.change)),
          ...(found.has("most")
            ? [
                verdict(
                  "superlative",
                  found.day("day") === most.day &&
                    agrees(found.figure("most"), Math.abs(most.change)),
                  `${percent(most.change)} on ${dateOf(most.day)}`,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "It (?<way>gained|lost) as much on {beyond:count} of {count:count} earlier days on record, (?:the last )?{last:date}",
      "Kayıtlı {count:count} günün yalnızca {beyond:count} bu kadar (?<way>yükselmişti|gerilemişti)(?:, sonuncusu|:) {last:date}",
      (found, facts) => {
        const change = facts.dayChange;
        if (!known(facts) || change === undefined) return verdict("count", undefined);
        const way = /gained|yüksel/.test(found.word("way")) ? 1 : -1;
        const all = earlier(facts);
        const beyond = all.filter(one => way * one.change >= way * change);
        return [
          within(found.count("count"), all.length),
          within(found.count("beyond"), beyond.length, 0),
          verdict(
            "superlative",
            beyond.at(-1)?.day === found.day("last"),
            beyond.length > 0 ? dateOf(beyond.at(-1)!.day) : "never",
          ),
        ];
      },
    ),
    reading(
      [
        "(?:in a day on which|in a day while|in a day on which) the typical coin (?<way>gained|lost) {median:pct}",
        "^The median coin (?<way>gained|lost) {median:pct}\\.",
      ],
      [
        "(?:; aynı gün tipik coin|, tipik coin ise|; o gün tipik coin) {median:pct} (?<way>yükseldi|geriledi)",
        "^Medyan coin {median:pct} (?<way>yükseldi|geriledi)\\.",
      ],
      (found, facts) =>
        middleOfOthers(directed(found.figure("median"), rises(found.word("way"))), facts),
    ),
    reading(
      [
        "{worse:count} of the {coins:count} other coins lost more",
        "{better:count} of the {coins:count} other coins gained more",
        "None of the {coins:count} other coins did (?<none>worse|better)",
        "Of the {coins:count} other coins {worse:count} did worse and {better:count} better",
      ],
      [
        "Diğer {coins:count} coinin {worse:count} daha çok kaybetti",
        "Diğer {coins:count} coinin {better:count} daha çok kazandı",
        "Diğer {coins:count} coinin hiçbiri daha (?<none>kötü|iyi) değildi",
        "Diğer {coins:count} coinin {worse:count} daha kötü, {better:count} daha iyi bir gün geçirdi",
      ],
      (found, facts) =>
        othersThere(
          {
            coins: found.count("coins"),
            worse: found.has("worse")
              ? found.count("worse")
              : found.has("better")
                ? found.count("coins") - found.count("better")
                : /worse|kötü/.test(found.word("none"))
                  ? 0
                  : found.count("coins"),
          },
          facts,
        ),
    ),
    reading(
      "{volume:usd} changed hands, (?:{times:num} times|{part:pct} of|where) the median of the {days:count} days (?:on record in the year )?before(?: is {median:usd})?",
      "Bir günde {volume:usd} el değiştirdi; önceki (?:bir yılda kayıtlı )?{days:count} günün (?:medyanının {times:num} katı|medyanının {part:pct}|medyanı {median:usd})",
      (found, facts) => {
        const real = volumes(facts);
        if (!real) return verdict("figure", undefined);
        const ratio = real.own / real.middle;
        return [
          verdict("figure", agrees(found.figure("volume"), real.own), real.own),
          within(found.count("days"), real.before.length),
          ...(found.has("times")
            ? [verdict("figure", agrees(found.figure("times"), ratio), ratio)]
            : []),
          ...(found.has("part")
            ? [verdict("figure", agrees(found.figure("part"), ratio), percent(ratio))]
            : []),
          ...(found.has("median")
            ? [verdict("figure", agrees(found.figure("median"), real.middle), real.middle)]
            : []),
        ];
      },
    ),
    reading(
      "only {day:date} was (?<how>busier|quieter)",
      "daha (?<how>hareketli|sakin) olan yalnızca {day:date}",
      (found, facts) => {
        const real = volumes(facts);
        if (!real) return verdict("count", undefined);
        const busier = /busier|hareketli/.test(found.word("how"));
        const beyond = real.before.filter(({volume}) =>
          busier ? volume >= real.own : volume <= real.own,
        );
        return verdict(
          "count",
          beyond.length === 1 && beyond[0]!.day === found.day("day"),
          beyond.map(({day}) => dateOf(day)).join(", "),
        );
      },
    ),
    reading(
      [
        "^{coin} closed at {price:usd}\\.",
        "^{coin} stands at {price:usd}(?:, as .+ records it|\\.)",
      ],
      ["^{coin} günü {price:usd} kapattı", "(?:^|kaydına göre ){coin} fiyatı {price:usd}"],
      (found, facts) => verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
    ),
    reading(
      "^(?<where>Ahead of|Trailing) Bitcoin$",
      "^Bitcoin’in (?<where>önünde|gerisinde)$",
      (found, facts) => {
        const ahead = /Ahead|önünde/.test(found.word("where"));
        const gaps = [30, 90, 365].flatMap(days => {
          const own = facts.since(facts.dayBefore(days));
          const theirs = facts.benchmarkSince(facts.dayBefore(days));
          return own === undefined || theirs === undefined ? [] : [own - theirs];
        });
        return verdict(
          "comparison",
          gaps.length < 2 ? undefined : gaps.every(gap => (ahead ? gap > 0 : gap < 0)),
          gaps.map(percent).join(", "),
        );
      },
    ),
    reading(
      "^(?<way>Up|Down) on the day, (?:up|down) since {day:date}$",
      "^{day:date} bu yana (?:düşüş|yükseliş), son günde (?<way>yükseliş|düşüş)$",
      (found, facts) => {
        const since = facts.since(found.day("day"));
        const change = facts.dayChange;
        const up = /Up|yükseliş/.test(found.word("way"));
        return verdict(
          "direction",
          since === undefined || change === undefined
            ? undefined
            : up
              ? change > 0 && since < 0
              : change < 0 && since > 0,
          `${percent(change ?? 0)} on the day, ${percent(since ?? 0)} since`,
        );
      },
    ),
  ],
};
