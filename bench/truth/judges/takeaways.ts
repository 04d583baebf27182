import {type Facts, windows} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {changed, rhos, told} from "./ties.ts";

/** The window of which a note says so many days. */
const windowOf = (count: number, facts: Facts) =>
  windows.find(one => facts.tie(one) && (one === count || facts.tie(one)!.days === count));

/** A tie that goes on as it was, and how close it is. */
const goesOn =
  (holds: (rho: number, before: number) => boolean) =>
  (found: Found, facts: Facts): Verdict[] => {
    const window = windowOf(found.count("window"), facts);
    if (window === undefined) return [verdict("figure", undefined)];
    const {rho, before} = facts.tie(window)!;
    return [
      ...rhos(found.figure("now"), window, facts),
      verdict("verdict", changed(facts, window) === 0, told(facts, window)),
      verdict("nearness", holds(rho, before), told(facts, window)),
    ];
  };

const en = " \\(rank correlation {now:num} over {window:count} days\\)";
const tr = " \\({window:count} günlük sıra korelasyonu {now:num}\\)";

export const takeaways: Judge = {
  subject: "what to take away",
  readings: [
    reading(
      `It keeps close to Bitcoin${en}`,
      `Bitcoin’i hâlâ yakından izliyor${tr}`,
      goesOn(rho => rho >= 0.7),
    ),
    reading(
      `It moves with Bitcoin as before${en}`,
      `Bitcoin’le eskisi gibi hareket ediyor${tr}`,
      goesOn((rho, before) => Math.max(rho, before) >= 0.35),
    ),
    reading(
      `From day to day it still has little to do with Bitcoin${en}`,
      `Günlük hareketlerinin Bitcoin’le hâlâ pek ilgisi yok${tr}`,
      goesOn((rho, before) => Math.max(rho, before) <= 0.45),
    ),
    reading(
      `It has no steady tie to Bitcoin${en}`,
      `Bitcoin’le arasında düzenli bir bağ yok${tr}`,
      goesOn((rho, before) => Math.min(rho, before) < 0.02),
    ),
    reading(
      `It still moves against Bitcoin${en}`,
      `Bitcoin’e hâlâ ters yönde hareket ediyor${tr}`,
      goesOn((rho, before) => Math.max(rho, before) < -0.1),
    ),
    reading(
      "For each 1% of Bitcoin it moves {answer:pct}, as it did before",
      "Bitcoin’in (?:%|yüzde )1’lik hareketine yanıtı eskisi gibi {answer:pct}",
      (found, facts) => {
        const all = windows.flatMap(window => facts.tie(window) ?? []);
        const tie = all.find(({now}) => agrees(found.figure("answer"), now.beta / 100));
        if (all.length === 0) return verdict("figure", undefined);
        return [
          verdict("figure", tie !== undefined, all.map(({now}) => now.beta.toFixed(2)).join(", ")),
          ...(tie
            ? [
                verdict(
                  "nearness",
                  Math.abs(tie.now.beta / tie.prior.beta - 1) < 0.25,
                  `${tie.prior.beta.toFixed(2)} to ${tie.now.beta.toFixed(2)}`,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "Its record of closes, {count:count} before this one, begins on {day:date}",
      "Önceki {count:count} kapanışın kaydı {day:date} başlıyor",
      (found, facts) => {
        if (facts.pegged || facts.coin.doubtful(facts.coin.first, facts.last))
          return verdict("since", undefined);
        const before = facts.coin.days.filter(day => facts.answered || day < facts.last).length;
        return [
          verdict("since", found.day("day") === facts.coin.first, dateOf(facts.coin.first)),
          verdict("count", Math.abs(found.count("count") - before) <= 1, before),
        ];
      },
    ),
    reading(
      "No close of the past year was (?<how>higher|lower)",
      "Son bir yılın hiçbir kapanışı daha (?<how>yüksek|düşük) değildi",
      (found, facts) => {
        const high = /higher|yüksek/.test(found.word("how"));
        const all = facts.coin.between(facts.last - 364, facts.last);
        if (facts.pegged) return verdict("superlative", undefined);
        return verdict(
          "superlative",
          all.every(({close}) => (high ? close <= facts.price : close >= facts.price)),
          facts.price,
        );
      },
    ),
  ],
};
