import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {msPerDay} from "../market.ts";
import {agrees, type Printed} from "../printed.ts";
import {deviation} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

/** The last day's change: of the answer where the price is one, else between the last two closes. */
function dayChange(shown: Printed, facts: Facts, id: string): Verdict {
  const {quotes, trending} = facts.market.answers;
  const known = facts.answered
    ? [trending.get(id)?.change24h, quotes.get(id)?.change24h].filter(one => one !== undefined)
    : [facts.since(facts.last - 1)].filter(one => one !== undefined);
  if (known.length === 0) return verdict("figure", undefined);
  return verdict(
    "figure",
    known.some(one => agrees(shown, one)),
    known.map(percent).join(" or "),
  );
}

/** Deviation of the daily changes of the 30 days before the day that is told. */
function deviationBefore(facts: Facts): number | undefined {
  const before = Math.min(
    facts.answered ? facts.last : facts.last - 1,
    Math.floor(facts.at / msPerDay) - 2,
  );
  const returns = facts.coin.returns(before - 29, before);
  if (returns.length < 2 || facts.coin.doubtful(before - 30, before)) return undefined;
  return deviation(returns.map(Math.expm1));
}

function deviationShown(shown: Printed, facts: Facts): Verdict {
  const real = deviationBefore(facts);
  return verdict(
    "figure",
    real === undefined ? undefined : agrees(shown, real),
    real === undefined ? "" : `${percent(real)} over the 30 days before`,
  );
}

/** So many deviations: of those of the days before the day. */
function multiple(shown: Printed, facts: Facts): Verdict {
  const real = deviationBefore(facts);
  const change = facts.dayChange;
  if (real === undefined || change === undefined) return verdict("figure", undefined);
  const times = Math.abs(change) / real;
  return verdict("figure", agrees(shown, times), times);
}

export const day: Judge = {
  subject: "the last day",
  readings: [
    reading(
      "^A large day (?<way>up|down)$|^A day of (?<way>gains|losses)$",
      "^Sert (?<way>yükseliş|düşüş) günü$|^(?<way>Yükselişle|Düşüşle) geçen gün$",
      (found, facts) => {
        const change = facts.dayChange;
        const up = /up|gains|yükseliş/i.test(found.word("way"));
        return verdict(
          "direction",
          change === undefined ? undefined : up ? change > 0 : change < 0,
          change ?? "",
        );
      },
    ),
    reading(
      [
        "In the last day (?:it|{coin}) (?<way>gained|lost) {change:pct}, (?:(?<usual>nothing out of the ordinary at a daily standard deviation of)|{times:num} times its daily standard deviation of) {deviation:pct}",
        "The last day (?<hardly>hardly counts): {change:pct}, for a coin whose daily standard deviation (?:is|was) {deviation:pct}",
        "^(?<hardly>No large move): {change:pct} in a day, where its standard deviation is {deviation:pct}",
        "A move of {change:pct} in a day, {times:num} of its own standard deviations",
        "^{coin} (?<way>rose|fell) {change:pct} in a day",
        "^Price: {price:usd}(?: at the close)?, (?<way>up|down) {change:pct} in a day",
        "{coin} (?<way>rose|fell) {change:pct} against the dollar in a day",
        "In the last day (?:it|{coin}) (?<way>gained|lost) {change:pct}[.;]",
        "In the last day {coin} (?<way>gained|lost) {change:pct} against the dollar",
        "(?<way>Up|Down) {change:pct} in a day(?:: {times:num} of its own standard deviations)?",
      ],
      [
        "[Ss]on bir günde {change:pct} değer (?<way>kazandı|kaybetti); {deviation:pct} günlük standart sapma (?<usual>içinde olağan)",
        "[Ss]on bir günde {change:pct} değer (?<way>kazandı|kaybetti); bu, {deviation:pct} olan günlük standart sapmasının {times:num} katı",
        "[Ss]on bir günde {change:pct} değer (?<way>kazandı|kaybetti); önceki 30 günün standart sapması {deviation:pct}, yani (?<usual>olağan)",
        "(?<hardly>kayda değer değil): günlük standart sapması {deviation:pct} olan bir coinde {change:pct}",
        "(?<hardly>Büyük bir hareket yok): günlük standart sapması {deviation:pct} olan bir coinde bir günde {change:pct}",
        "^Fiyat: (?:kapanışta )?{price:usd}; bir günde {change:pct} (?<way>artış|düşüş)",
        "^Bir günde {change:pct} (?<way>yükseliş|düşüş): kendi günlük standart sapmasının {times:num} katı",
        "^{coin} bir günde {change:pct} (?<way>yükseldi|geriledi)(?:: günlük standart sapmasının {times:num} katı)?",
        "{coin} dolara karşı bir günde {change:pct} (?<way>yükselerek|gerileyerek) {price:usd} geldi(?:; günlük standart sapması {deviation:pct})?",
      ],
      (found, facts, note) => {
        const raw = found.figure("change");
        const shown = found.has("way") ? directed(raw, rises(found.word("way"))) : raw;
        const verdicts = [dayChange(shown, facts, note.coin)];
        const real = deviationBefore(facts);
        if (found.has("price"))
          verdicts.push(verdict("figure", agrees(found.figure("price"), facts.price), facts.price));
        if (found.has("deviation")) verdicts.push(deviationShown(found.figure("deviation"), facts));
        if (found.has("times")) verdicts.push(multiple(found.figure("times"), facts));
        if (real !== undefined && (found.has("usual") || found.has("hardly"))) {
          const times = Math.abs(shown.value) / real;
          verdicts.push(
            verdict(
              "nearness",
              times <= (found.has("usual") ? 2 : 1.5),
              `${times.toFixed(2)} deviations`,
            ),
          );
        }
        return verdicts;
      },
    ),
    reading(
      [
        "The last day hardly counts, at {change:pct}: on {larger:count} of the {days:count} days before it moved as much",
        "In the last day {coin} (?<way>gained|lost) {change:pct}; on {larger:count} of the {days:count} days before it moved as much",
      ],
      [
        "Son günün hareketi kayda değer değil \\({change:pct}\\): önceki {days:count} günün {larger:count} d[ea] bu kadar hareket etmişti",
        "{coin} son bir günde {change:pct} değer (?<way>kazandı|kaybetti); önceki {days:count} günün {larger:count} d[ea] bu kadar hareket etmişti",
      ],
      (found, facts, note) => {
        const raw = found.figure("change");
        const shown = found.has("way") ? directed(raw, rises(found.word("way"))) : raw;
        const change = facts.dayChange;
        const until = facts.answered ? facts.last : facts.last - 1;
        const days = found.count("days");
        if (change === undefined || facts.coin.doubtful(until - days, until))
          return dayChange(shown, facts, note.coin);
        const larger = facts.coin
          .returns(until - days + 1, until)
          .filter(one => Math.abs(one) >= Math.abs(Math.log1p(change))).length;
        return [
          dayChange(shown, facts, note.coin),
          verdict("count", Math.abs(found.count("larger") - larger) <= 1, larger),
        ];
      },
    ),
    reading(
      "^A day of (?<way>gains|losses)$",
      "^(?<way>Yükselişle|Düşüşle) geçen gün$",
      (found, facts) => {
        const change = facts.dayChange;
        return verdict(
          "direction",
          change === undefined ? undefined : Math.sign(change) === rises(found.word("way")),
          change === undefined ? "" : percent(change),
        );
      },
    ),
    reading(
      "^{coin} rose {change:pct} in a day, {times:num} times its daily standard deviation",
      "günlük standart sapmasının {times:num} katı$",
      (found, facts) => multiple(found.figure("times"), facts),
    ),
    reading(
      "^{coin} barely moved in a day, at {price:usd}",
      "^{coin} günü {price:usd} neredeyse değişmeden geçirdi",
      (found, facts) => {
        const change = facts.dayChange;
        const real = deviationBefore(facts);
        return [
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          verdict(
            "nearness",
            change === undefined || real === undefined ? undefined : Math.abs(change) < 0.5 * real,
            change === undefined ? "" : percent(change),
          ),
        ];
      },
    ),
    reading(
      "A day’s standard deviation is {deviation:pct} now, at a price of {price:usd}",
      "Günlük getirilerin standart sapması şimdi {deviation:pct}, fiyat {price:usd}",
      (found, facts) => {
        const real = facts.volatility(30);
        return [
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          verdict(
            "figure",
            real === undefined
              ? undefined
              : agrees(found.figure("deviation"), real / Math.sqrt(365)),
            real === undefined ? "" : percent(real / Math.sqrt(365)),
          ),
        ];
      },
    ),
    reading(
      "Recorded answers of the same hour differ (?<on>[^.]*(?:\\.\\d[^.]*)*)\\.",
      "Aynı saatin kayıtlı yanıtları (?<on>[^.]*(?:[.,]\\d[^.]*)*) ayrılıyor",
      (found, facts) => {
        const {trending, quotes} = facts.market.answers;
        const [first, second] = [trending.get(facts.id), quotes.get(facts.id)];
        if (!facts.answered || !first || !second) return verdict("figure", undefined);
        const gap = second.price / first.price - 1;
        const said = /by ([\d.]+)%|fiyatta (?:%|yüzde )([\d,]+)/u.exec(found.word("on"));
        const shown = Number((said?.[1] ?? said?.[2] ?? "").replace(",", "."));
        return verdict(
          "figure",
          said === null ? undefined : Math.abs(shown / 100 - Math.abs(gap)) < 0.0006,
          percent(gap),
        );
      },
    ),
  ],
};
