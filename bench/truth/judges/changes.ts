import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees, type Printed} from "../printed.ts";
import {directed, percent, rises} from "../words.ts";

/** A change over a span that is printed with its length: the close nearest that many days before the price begins it. */
function spanChange(shown: Printed, days: number, facts: Facts, bench = false): Verdict[] {
  const day = facts.dayBefore(days);
  const true_ = bench ? facts.benchmarkSince(day) : facts.since(day);
  if (true_ === undefined) return [verdict("span", undefined)];
  return [
    verdict("span", agrees(shown, true_), `${percent(true_)} since the close of ${dateOf(day)}`),
  ];
}

/** A change since a day that is named. */
function sinceChange(shown: Printed, day: number, facts: Facts, bench = false): Verdict {
  const true_ = bench ? facts.benchmarkSince(day) : facts.since(day);
  return verdict(
    "since",
    true_ === undefined ? undefined : agrees(shown, true_),
    true_ === undefined ? "" : `${percent(true_)} since the close of ${dateOf(day)}`,
  );
}

/** Each against each, in the figures that the reader sees. */
function compared(own: readonly Printed[], others: readonly Printed[], better: boolean): Verdict {
  const holds =
    own.length === others.length &&
    own.every(({value}, i) => (better ? value > others[i]!.value : value < others[i]!.value));
  return verdict(
    "comparison",
    holds,
    `${own.map(({text}) => text).join(", ")} against ${others.map(({text}) => text).join(", ")}`,
  );
}

const fractions: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:more than a quarter|.*dörtte birinden fazla.*|dörtte birden fazla.*)$/, 0.25, 0.33],
  [/^(?:nearly a quarter|.*dörtte birine yakın.*|dörtte bire yakın.*)$/, 0.225, 0.25],
  [/^(?:more than a third|.*üçte birinden fazla.*|üçte birden fazla.*)$/, 1 / 3, 0.495],
  [/^(?:nearly a third|.*üçte birine yakın.*|üçte bire yakın.*)$/, 0.3, 1 / 3],
  [/^(?:a third|.*üçte birini?)$/, 0.32, 0.345],
  [/^(?:a quarter|.*dörtte birini?)$/, 0.24, 0.26],
  [/^(?:more than half|.*yarıdan fazla.*|.*yarısından fazla.*)$/, 0.5, 0.75],
  [/^(?:nearly half|.*yarıya yakın.*|.*yarısına yakın.*)$/, 0.45, 0.5],
  [/^(?:half|a half|.*yarısını?)$/, 0.49, 0.51],
  [/^(?:nearly doubled|ikiye katlanmaya yaklaştı|iki katına yaklaştı)$/, 0.85, 1],
  [/^(?:more than doubled|iki katından fazla.*|iki katını aştı)$/, 1, 1.99],
  [/^(?:doubled|ikiye katlandı|iki katına çıktı)$/, 0.97, 1.05],
  [/^(?:nearly tripled|üç katına yaklaştı)$/, 1.75, 2],
  [/^(?:more than tripled|üç katını aştı|üç katından fazla.*)$/, 2, 3],
];

/** The words or the figure that say by how much, against the size of the change. */
function amount(words: string, shown: Printed | undefined, change: number): Verdict {
  if (shown)
    return verdict("span", agrees(directed(shown, Math.sign(change)), change), percent(change));
  const bounds = fractions.find(([form]) => form.test(words));
  if (!bounds) return verdict("nearness", undefined, words);
  const size = Math.abs(change);
  return verdict("nearness", size >= bounds[1] && size <= bounds[2], percent(change));
}

export const changes: Judge = {
  subject: "change over days",
  readings: [
    reading(
      "[Oo]ver {days:count} days (?:it is )?(?<way>up|down) {change:pct}(?:, Bitcoin (?<theirs>up|down) {bench:pct})?",
      "[Ss]on (?!bir günde){days:count} günde {change:pct} (?<way>geriledi|yükseldi)(?:[,;] Bitcoin’de (?<theirs>artış|düşüş) {bench:pct})?",
      (found, facts) => {
        const days = found.count("days");
        const own = directed(found.figure("change"), rises(found.word("way")));
        if (!found.has("bench")) return spanChange(own, days, facts);
        const bench = directed(found.figure("bench"), rises(found.word("theirs")));
        return [...spanChange(own, days, facts), ...spanChange(bench, days, facts, true)];
      },
    ),
    reading(
      "It (?<place>has trailed|is ahead of) Bitcoin over 30, 90 and 365 days alike",
      "30, 90 ve 365 günün hepsinde Bitcoin’in (?<place>gerisinde|önünde)",
      (found, facts) => {
        const behind = /trailed|geri/.test(found.word("place"));
        const gaps = [30, 90, 365].flatMap(days => {
          const own = facts.since(facts.dayBefore(days));
          const theirs = facts.benchmarkSince(facts.dayBefore(days));
          return own === undefined || theirs === undefined ? [] : [own - theirs];
        });
        const holds = gaps.every(gap => (behind ? gap < 0 : gap > 0));
        return verdict(
          "comparison",
          gaps.length < 2 ? undefined : holds,
          gaps.map(percent).join(", "),
        );
      },
    ),
    reading(
      [
        "It is (?<way>up|down) over {spans:counts} days, (?:by )?{changes:pcts}(?:; (?:each time it has done (?<than>better|worse) than Bitcoin \\({theirs:pcts}\\)|for Bitcoin it is {theirs:pcts}))?",
        "Over {spans:counts} days it has changed by {changes:pcts}(?:; (?:each time it has done (?<than>better|worse) than Bitcoin \\({theirs:pcts}\\)|for Bitcoin it is {theirs:pcts}))?",
        "Over {spans:counts} days the picture is (?<way>mixed), {changes:pcts}(?:; (?:each time it has done (?<than>better|worse) than Bitcoin \\({theirs:pcts}\\)|for Bitcoin it is {theirs:pcts}))?",
      ],
      [
        "Son (?!bir günde){spans:counts} günde (?:sırasıyla )?{changes:pcts} (?<way>geriledi|yükseldi)(?:[.;] Bitcoin’de (?:getiri bu sürelerin hepsinde daha (?<than>yüksek): |aynı sürelerin getirisi hep daha (?<than>düşük): )?{theirs:pcts})?",
        "Son {spans:counts} güne bakınca tablo (?<way>karışık): {changes:pcts}(?:[.;] Bitcoin’de (?:getiri bu sürelerin hepsinde daha (?<than>yüksek): |aynı sürelerin getirisi hep daha (?<than>düşük): )?{theirs:pcts})?",
      ],
      (found, facts) => {
        const spans = found.counts("spans");
        const mixed = /mixed|karışık/.test(found.word("way"));
        const own = found
          .figures("changes", "pct")
          .map(one => (one.signed || mixed ? one : directed(one, rises(found.word("way")))));
        const verdicts = own.flatMap((one, i) => spanChange(one, spans[i]!, facts));
        if (found.has("way") && !mixed)
          verdicts.push(
            verdict(
              "direction",
              own.every(({value}) => Math.sign(value) === rises(found.word("way"))),
              own.map(({text}) => text).join(", "),
            ),
          );
        if (mixed)
          verdicts.push(
            verdict(
              "direction",
              own.some(({value}) => value > 0) && own.some(({value}) => value < 0),
              own.map(({text}) => text).join(", "),
            ),
          );
        if (!found.has("theirs")) return verdicts;
        const theirs = found.figures("theirs", "pct");
        verdicts.push(...theirs.flatMap((one, i) => spanChange(one, spans[i]!, facts, true)));
        if (found.has("than"))
          verdicts.push(compared(own, theirs, /better|düşük/.test(found.word("than"))));
        return verdicts;
      },
    ),
    reading(
      [
        "Since the close of {day:date}, at {start:usd}, {coin} is (?<way>up|down) {change:pct} to {price:usd}(?:; Bitcoin (?<theirs>rose|fell) {bench:pct} in the same days)?",
        "In {span:count} days? {coin} went from {start:usd}, the close of {day:date}, to {price:usd}: a (?<way>gain|loss) of {change:pct}(?:; Bitcoin (?<theirs>rose|fell) {bench:pct} in the same days)?",
      ],
      [
        "{coin} {day:date} kapanışındaki {start:usd} {change:pct} (?<way>artışla|düşüşle) {price:usd} (?:çıktı|indi)(?:\\. Aynı günlerde Bitcoin {bench:pct} (?<theirs>geriledi|yükseldi))?",
        "{coin} {day:date} kapanışındaki {start:usd} {span:count} günde {price:usd} (?:çıktı|indi): {change:pct} (?<way>kazanç|kayıp|artış|düşüş)(?:[.;,] [Aa]ynı günlerde Bitcoin {bench:pct} (?<theirs>geriledi|yükseldi))?",
      ],
      (found, facts) => {
        const day = found.day("day");
        const verdicts = [
          verdict(
            "figure",
            agrees(found.figure("start"), facts.coin.at(day) ?? Number.NaN),
            facts.coin.at(day),
          ),
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          sinceChange(directed(found.figure("change"), rises(found.word("way"))), day, facts),
        ];
        if (found.has("span")) {
          const days = Math.round(facts.at / 86_400_000 - (day + 1));
          verdicts.push(verdict("span", found.count("span") === days, `${days} days`));
        }
        if (found.has("bench"))
          verdicts.push(
            sinceChange(
              directed(found.figure("bench"), rises(found.word("theirs"))),
              day,
              facts,
              true,
            ),
          );
        return verdicts;
      },
    ),
    reading(
      "^(?<way>Up|Down) {change:pct} since the close of {day:date}(?:; Bitcoin (?<theirs>up|down) {bench:pct})?",
      "^{day:date} kapanışından bu yana {change:pct} (?<way>artış|düşüş)(?:; Bitcoin’de (?<theirs>artış|düşüş) {bench:pct})?",
      (found, facts) => {
        const day = found.day("day");
        const own = sinceChange(
          directed(found.figure("change"), rises(found.word("way"))),
          day,
          facts,
        );
        if (!found.has("bench")) return own;
        return [
          own,
          sinceChange(
            directed(found.figure("bench"), rises(found.word("theirs"))),
            day,
            facts,
            true,
          ),
        ];
      },
    ),
    reading(
      "{coin} (?<way>rose|fell) from {start:usd} on {day:date} to {price:usd}",
      "{coin} {day:date} kapanışındaki {start:usd} {price:usd} (?<way>çıktı|indi)",
      (found, facts) => {
        const day = found.day("day");
        const start = facts.coin.at(day);
        return [
          verdict("figure", start !== undefined && agrees(found.figure("start"), start), start),
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          verdict("direction", Math.sign(facts.price - (start ?? 0)) === rises(found.word("way"))),
        ];
      },
    ),
    reading(
      "^{coin} (?:(?<way>gained|lost) (?:{change:pct}|(?<words>(?:more than |nearly )?(?:a third|a quarter|a half|half)))|(?<way>(?:nearly |more than )?(?:doubled|tripled))) in (?:{span:count} days?|a week)(?: while Bitcoin (?:(?<still>barely moved)|(?<theirs>gained|lost) {bench:pct})| against {bench:pct} for Bitcoin| as Bitcoin (?<theirs>gained|lost) {bench:pct}|, Bitcoin {bench:pct})?",
      "^{coin} (?!bir günde)(?:{span:count} günde|bir haftada) (?:{change:pct} değer (?<way>kazandı|kaybetti)|(?<words>(?:değerinin )?(?:dörtte|üçte)? ?\\p{L}+(?: fazlasını| fazla| yakınını| yakın)?) (?:değer )?(?<way>kazandı|kaybetti|yitirdi)|(?<way>\\p{L}+ katına yaklaştı|\\p{L}+ katını aştı|\\p{L}+ katına çıktı|ikiye katlandı))(?:[,;] Bitcoin(?: ise (?<still>neredeyse yerinde saydı)|(?: ise| de) {bench:pct} (?<theirs>geriledi|yükseldi)|’de (?<theirs>düşüş|yükseliş) {bench:pct} kaldı))?",
      (found, facts) => {
        const day = facts.dayBefore(found.has("span") ? found.count("span") : 7);
        const change = facts.since(day);
        const bench = facts.benchmarkSince(day);
        if (change === undefined) return verdict("span", undefined);
        const way = rises(found.word("way"));
        const shown = found.has("change") ? found.figure("change") : undefined;
        const verdicts = [
          verdict("direction", way === Math.sign(change), percent(change)),
          amount(found.word("words") || found.word("way"), shown, change),
        ];
        if (bench === undefined) return verdicts;
        if (found.has("still"))
          verdicts.push(verdict("nearness", Math.abs(bench) < 0.02, `Bitcoin ${percent(bench)}`));
        if (found.has("bench")) {
          const theirs = found.has("theirs") ? rises(found.word("theirs")) : way;
          verdicts.push(
            verdict(
              "span",
              agrees(directed(found.figure("bench"), theirs), bench),
              `Bitcoin ${percent(bench)}`,
            ),
          );
          if (/against|kaldı/.test(found.text))
            verdicts.push(
              verdict(
                "comparison",
                Math.sign(bench) === way && Math.abs(change) > Math.abs(bench),
                `${percent(change)} against ${percent(bench)}`,
              ),
            );
        }
        return verdicts;
      },
    ),
    reading(
      "^{coin} has done (?<than>better|worse) than Bitcoin over {spans:counts} days",
      "^{coin} {spans:counts} günlük getirilerin hepsinde Bitcoin’in (?<than>gerisinde|önünde)",
      (found, facts) => {
        const better = /better|önünde/.test(found.word("than"));
        const gaps = found.counts("spans").map(days => {
          const day = facts.dayBefore(days);
          return (facts.since(day) ?? Number.NaN) - (facts.benchmarkSince(day) ?? Number.NaN);
        });
        if (gaps.some(Number.isNaN)) return verdict("comparison", undefined);
        return verdict(
          "comparison",
          gaps.every(gap => (better ? gap > 0 : gap < 0)),
          gaps.map(percent).join(", "),
        );
      },
    ),
    reading(
      "It changed by {changes:pcts}, Bitcoin by {theirs:pcts}",
      "Fiyat bu sürelerde sırasıyla {changes:pcts} değişti; Bitcoin’de değişim {theirs:pcts}",
      (found, facts) => {
        const spans = found.figures("changes", "pct").length === 2 ? [30, 90] : [30, 90, 365];
        return [
          ...found.figures("changes", "pct").flatMap((one, i) => spanChange(one, spans[i]!, facts)),
          ...found
            .figures("theirs", "pct")
            .flatMap((one, i) => spanChange(one, spans[i]!, facts, true)),
        ];
      },
    ),
  ],
};
