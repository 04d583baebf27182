import {baselineDays, type Facts, type Tie, windows} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {pairs} from "../market.ts";
import type {ReadNote} from "../note.ts";
import {agrees} from "../printed.ts";
import {mean, ranks, spearman} from "../statistics.ts";
import {anyMoved, baseline, pHolds, rhos, told} from "./ties.ts";

/** What a tie did, in some window, by the adjusted test. */
const someTie = (holds: (tie: Tie) => boolean) => (_: Found, facts: Facts) => {
  const there = windows.filter(window => facts.tie(window) !== undefined);
  const found = there.filter(
    window => (facts.adjustedP(window) ?? 1) < 0.05 && holds(facts.tie(window)!),
  );
  return verdict(
    "verdict",
    there.length === 0 ? undefined : found.length > 0,
    there.map(window => `${window} days: ${told(facts, window)}`).join("; "),
  );
};

/** Without a window named, the note's leading one has to bear it: any may be that. */
const anyTie = (holds: (tie: Tie) => boolean) => (_: Found, facts: Facts) => {
  const all = windows.flatMap(window => facts.tie(window) ?? []);
  return verdict(
    "nearness",
    all.length === 0 ? undefined : all.some(holds),
    all.map(({rho, before}) => `${rho.toFixed(2)} after ${before.toFixed(2)}`).join(", "),
  );
};

/** Rolling rank correlations of so many days, up to the last. */
function rolling(window: number, facts: Facts): {day: number; rho: number}[] {
  const to = Math.min(facts.last, facts.benchmark.last);
  return Array.from({length: 240}, (_, i) => to - 239 + i).flatMap(day => {
    const {x, y} = pairs(facts.benchmark, facts.coin, day - window + 1, day);
    return x.length < 20 ? [] : [{day, rho: spearman(x, y)}];
  });
}

/** The window and the level of a chart, by its text alternative and its source line. */
function chartOf({block}: Found, facts: Facts, {blocks}: ReadNote) {
  const at = blocks.indexOf(block);
  const words = blocks
    .slice(at, at + 3)
    .map(({text}) => text)
    .join(" ");
  const days = /over a rolling (\d+) days|(\d+) günlük kayan sıra korelasyonu/u.exec(words);
  const printed = Number(days?.[1] ?? days?.[2]);
  const window = windows.find(one => facts.tie(one)?.days === printed || one === printed);
  const tie = window === undefined ? undefined : facts.tie(window);
  return tie && window !== undefined ? {window, level: tie.before} : undefined;
}

function sinceWhen(found: Found, facts: Facts, note: ReadNote): Verdict {
  const chart = chartOf(found, facts, note);
  if (!chart) return verdict("since", undefined);
  const above = /Above|üstünde/.test(found.word("side"));
  const isThere = ({rho}: {rho: number}) => rho > chart.level === above;
  const line = rolling(chart.window, facts);
  const across = line.findLastIndex(one => !isThere(one));
  const since = line[across + 1]?.day;
  const truth = since === undefined ? "not at the end" : new Date(since * 86_400_000).toISOString();
  if (!found.has("day")) {
    // All along is as far as the chart goes; a line that crossed is not that.
    return verdict("since", across < 120, truth.slice(0, 10));
  }
  // A crossing by a hair is one in another sum: the line lies near its level there.
  const shown = found.day("day");
  const near = line.find(({day}) => day === shown);
  return verdict(
    "since",
    since === shown ||
      (near !== undefined && isThere(line.at(-1)!) && Math.abs(near.rho - chart.level) < 0.02),
    truth.slice(0, 10),
  );
}

/** How far the ranks of two series went together otherwise before a day than from it on, by day: the weighted gap of the means of their products. */
function gapsByDay(window: number, facts: Facts): {day: number; gap: number}[] {
  const to = Math.min(facts.last, facts.benchmark.last);
  const all = Array.from({length: window + baselineDays}, (_, i) => to - i).reverse();
  const days = all.flatMap(day => {
    const [a, b] = [facts.benchmark.return(day), facts.coin.return(day)];
    return a === undefined || b === undefined ? [] : [{day, a, b}];
  });
  const n = days.length;
  // Beside the days before it a day of a lively month is as large as one of a calm one.
  const scaled = (values: readonly number[]) =>
    values.map((one, i) => one / mean(values.slice(Math.max(0, i - 20), i + 1).map(Math.abs)));
  const score = (values: readonly number[]) => ranks(values).map(one => one / (n + 1) - 0.5);
  const [u, v] = [score(scaled(days.map(({a}) => a))), score(scaled(days.map(({b}) => b)))];
  const products = u.map((one, i) => one * v[i]!);
  const middle = mean(products);
  let sum = 0;
  return products.flatMap((one, i) => {
    sum += one - middle;
    const k = i + 1;
    return k < 20 || k > n - 20
      ? []
      : [{day: days[k]!.day, gap: Math.abs(sum) / Math.sqrt((k * (n - k)) / n)}];
  });
}

/** The highest correlation that four windows in five would tell from what was before, at 5 %; roughly. */
function visible(window: number, facts: Facts): number | undefined {
  const tie = facts.tie(window);
  if (!tie) return undefined;
  const spread = 1.06 / (tie.days - 3) + 1.06 / (tie.baseline - 3);
  return Math.tanh(Math.atanh(tie.before) - 2.85 * Math.sqrt(spread));
}

/** Heavy tails and common days of panic blunt the test by so much more. */
const blunter = 0.2;

export const tieNamed: Judge = {
  subject: "tie, in words",
  readings: [
    reading(
      [
        "^{coin} has (?:come loose|loosened) from Bitcoin\\.?$",
        "^{coin} is less correlated with Bitcoin, and that is no decoupling",
        "^(?:A lower correlation with|Loosened from) Bitcoin",
      ],
      [
        "^{coin}, Bitcoin’den ayrıştı\\.?$",
        "^{coin} Bitcoin’le korelasyonu düştü, ama bu ayrışma değil",
        "^Bitcoin’le daha düşük korelasyon|^Bitcoin’den ayrıştı: ",
      ],
      (_, facts) => anyMoved(-1, facts),
    ),
    reading(
      [
        "^{coin} is more correlated with Bitcoin, and that is no closer tie",
        "^A higher correlation with Bitcoin",
      ],
      [
        "^{coin} Bitcoin’le korelasyonu yükseldi, ama bağ bununla sıkılaşmış değil",
        "^Bitcoin’le daha yüksek korelasyon",
      ],
      (_, facts) => anyMoved(1, facts),
    ),
    reading(
      [
        "^{coin} has turned against Bitcoin",
        "^Against Bitcoin(?!, as)",
        "{coin} has moved against Bitcoin: ",
      ],
      [
        "^{coin}, Bitcoin’e ters yönde hareket eder oldu",
        "^Bitcoin’e ters yönde",
        "günde Bitcoin’e ters yönde hareket etti: ",
      ],
      someTie(({rho, before}) => rho < -0.1 && rho < before),
    ),
    reading(
      [
        "^{coin}’s correlation with Bitcoin has turned negative, and that is no decoupling",
        "^No longer with Bitcoin",
        "{coin} has no longer moved with Bitcoin: ",
      ],
      [
        "^{coin} artık Bitcoin’le birlikte hareket etmiyor, ama bu ayrışma değil",
        "^Artık Bitcoin’le birlikte değil",
        "günde Bitcoin’le birlikte hareket etmedi: ",
      ],
      someTie(({rho, before}) => rho < 0 && before > 0),
    ),
    reading(
      [
        "^{coin} no longer moves against Bitcoin",
        "^Less against Bitcoin than before",
        "has moved less against Bitcoin than it did: ",
      ],
      [
        "^{coin} artık Bitcoin’e ters yönde hareket etmiyor",
        "^Bitcoin’e eskisi kadar ters değil",
        "eskisi kadar ters yönde hareket etmedi: ",
      ],
      someTie(({rho, before}) => before < 0 && rho > before),
    ),
    reading(
      "moved (?:against Bitcoin|with Bitcoin|less against Bitcoin than it did): a rank correlation of {now:num}, after {before:num} in the {baseline:count} days before",
      "son {window:count} günde Bitcoin’(?:e|le) [^.:]*: sıra korelasyonu {now:num}; önceki {baseline:count} günde {before:num}",
      (found, facts) => {
        const alike = windows.filter(
          one => facts.tie(one) && agrees(found.figure("now"), facts.tie(one)!.rho),
        );
        // Two windows can have the same correlation: what came before tells them apart.
        const window =
          alike.find(one => agrees(found.figure("before"), facts.tie(one)!.before)) ?? alike[0];
        if (window === undefined) return verdict("figure", anyKnown(facts) ? false : undefined);
        return [
          ...rhos(found.figure("now"), window, facts, found.figure("before")),
          baseline(found.count("baseline"), window, facts),
        ];
      },
    ),
    reading(
      ["^Against Bitcoin, as before$", "{coin} moves against Bitcoin, now as before"],
      ["^Eskisi gibi Bitcoin’e ters$", "{coin} eskisi gibi Bitcoin’e ters yönde hareket ediyor"],
      anyTie(({rho, before}) => rho < -0.1 && before < -0.1),
    ),
    reading(
      ["^{coin} beside Bitcoin$", "There is no steady tie between {coin} and Bitcoin"],
      ["^Bitcoin ve {coin}$", "{coin} ile Bitcoin arasında düzenli bir bağ yok"],
      anyTie(({rho, before}) => Math.min(rho, before) < 0),
    ),
    reading(
      "^Only loosely tied to Bitcoin$",
      "^Bitcoin’le gevşek bir bağ$",
      anyTie(({rho, before}) => Math.max(rho, before) <= 0.45),
    ),
    reading(
      [
        "^Perhaps (?<way>closer to|farther from) Bitcoin$",
        "Whether {coin} keeps (?<way>closer|less) step with Bitcoin than before is not settled",
      ],
      [
        "^Bitcoin’(?:e|den) belki daha (?<way>yakın|uzak)$",
        "{coin} Bitcoin’(?:e yaklaşıp (?<way>yaklaş)madığı|den uzaklaşıp (?<far>uzaklaş)madığı) belli değil",
      ],
      (found, facts) => {
        const closer = /closer|yak/.test(found.word("way"));
        const those = windows.filter(window => facts.tie(window) !== undefined);
        const holds = those.some(window => {
          const {p, rho, before} = facts.tie(window)!;
          return p < 0.1 && (facts.adjustedP(window) ?? 0) >= 0.05 && rho > before === closer;
        });
        return verdict(
          "verdict",
          those.length === 0 ? undefined : holds,
          those.map(window => told(facts, window)).join("; "),
        );
      },
    ),
    reading(
      "(?<side>Above|Below) its earlier level (?:since {day:date}|all along)",
      "(?:{day:date} bu yana|Baştan beri) önceki düzeyinin (?<side>üstünde|altında)",
      sinceWhen,
    ),
    reading(
      "(?<all>Every span says the same)|Not every span shows it",
      "(?<all>Bütün süreler aynısını söylüyor)|Her süre bunu göstermiyor",
      (found, facts) => {
        const signs = windows.flatMap(window => {
          const tie = facts.tie(window);
          if (!tie) return [];
          return (facts.adjustedP(window) ?? 1) < 0.05 ? Math.sign(tie.rho - tie.before) : 0;
        });
        return verdict(
          "verdict",
          signs.length < 2 ? undefined : (new Set(signs).size === 1) === found.has("all"),
          signs.join(", "),
        );
      },
    ),
    reading(
      "Over {window:count} days, at {now:num} after {before:num}, the difference would pass if it were the only one looked at \\(p [=<] {p:num}\\); as one of {tests:count} it does not \\({adjusted:num}\\)",
      "Son {window:count} günün farkı \\({before:num} {now:num}\\) tek başına sınansa geçerdi \\(p [=<] {p:num}\\); bakılan {tests:count} süreden biri olarak geçmiyor \\({adjusted:num}\\)",
      (found, facts) => {
        const window = windowOf(found.count("window"), facts);
        if (window === undefined) return verdict("figure", undefined);
        const {p} = facts.tie(window)!;
        return [
          ...rhos(found.figure("now"), window, facts, found.figure("before")),
          verdict("figure", pHolds(found.figure("p"), window, facts), told(facts, window)),
          verdict("figure", pHolds(found.figure("adjusted"), window, facts), told(facts, window)),
          verdict("verdict", p < 0.055 && facts.adjustedP(window)! > 0.045, told(facts, window)),
          verdict("count", found.count("tests") === windows.filter(one => facts.tie(one)).length),
        ];
      },
    ),
    reading(
      "The last {spans:counts} days by themselves would prove nothing \\(p [=<] {ps:nums}\\)",
      "Son {spans:counts} gün tek başına bir şey (?:kanıtlamazdı|göstermezdi)[^(]*\\(p [=<] {ps:nums}\\)",
      (found, facts) => {
        const shown = found.figures("ps", "num");
        return found.counts("spans").flatMap((count, i) => {
          const window = windowOf(count, facts);
          if (window === undefined || !shown[i]) return verdict("figure", undefined);
          return [
            verdict("figure", pHolds(shown[i], window, facts), told(facts, window)),
            verdict("verdict", facts.adjustedP(window)! > 0.045, told(facts, window)),
          ];
        });
      },
    ),
    reading(
      "a second test, for a break at an unknown time, puts it at {day:date}|A second test, for a break at an unknown time, puts it at {day:date}",
      "zamanı bilinmeyen bir kırılmayı arayan ikinci test[^.]*? {day:date}",
      (found, facts) => {
        const shown = found.day("day");
        const lines = windows.flatMap(window =>
          facts.tie(window) ? [gapsByDay(window, facts)] : [],
        );
        // A line that is nearly as high there as at its height bears that day out too.
        const most = lines.map(line => line.reduce((a, b) => (b.gap > a.gap ? b : a)));
        const holds = lines.some((line, i) => {
          const there = Math.max(
            ...line.flatMap(({day, gap}) => (Math.abs(day - shown) <= 7 ? gap : [])),
          );
          return there >= 0.8 * most[i]!.gap;
        });
        return verdict(
          "nearness",
          lines.length === 0 ? undefined : holds,
          most.map(({day}) => new Date(day * 86_400_000).toISOString().slice(0, 10)).join(", "),
        );
      },
    ),
    reading(
      [
        "only a fall to {reach:num} or below would have shown four times in five in {days:count} days",
        "it would have seen only a fall to {reach:num} or so",
      ],
      [
        "{days:count} günde ancak {reach:num} ya da altına inen bir korelasyon beşte dört olasılıkla görülürdü",
        "ancak korelasyonun {reach:num} dolayına inmesi gözden kaçmazdı",
      ],
      (found, facts) => {
        const all = windows.flatMap(window => visible(window, facts) ?? []);
        const shown = found.figure("reach").value;
        return verdict(
          "nearness",
          all.length === 0
            ? undefined
            : all.some(reach => shown <= reach + 0.08 && shown >= reach - blunter),
          all.map(reach => reach.toFixed(2)).join(", "),
        );
      },
    ),
    reading(
      "a difference well within chance \\(p [=<] {p:num}\\)|(?<easily>a difference that chance makes easily|chance alone does as much in one in \\p{L}+ cases) \\(p [=<] {p:num}\\)|(?<seldom>a difference that chance makes seldom, but not seldom enough) \\(adjusted p [=<] {p:num}\\)",
      "fark rastlantının sınırları içinde \\(p [=<] {p:num}\\)|(?<easily>bu kadar fark rastlantıyla da (?:\\p{L}+ bir olasılıkla )?çıkar) \\(p [=<] {p:num}\\)|(?<seldom>bu kadar fark rastlantıyla seyrek çıkar, ama yeterince seyrek değil) \\(düzeltilmiş p [=<] {p:num}\\)",
      (found, facts) => {
        const those = windows.filter(window => facts.tie(window));
        const right = those.filter(window => pHolds(found.figure("p"), window, facts));
        const level = (window: number) => facts.tie(window)!.p;
        const holds = (window: number) =>
          found.has("seldom")
            ? level(window) < 0.11 && facts.adjustedP(window)! > 0.045
            : found.has("easily")
              ? level(window) > 0.09 && level(window) < 0.51
              : level(window) > 0.49;
        return [
          verdict(
            "figure",
            those.length === 0 ? undefined : right.length > 0,
            those.map(window => told(facts, window)).join("; "),
          ),
          ...(right.length > 0 ? [verdict("verdict", right.some(holds))] : []),
        ];
      },
    ),
    reading(
      "(?:Moving together is not ending together|To move together is not to end together): over {days:count} days (?:{coin} fell|{coin} rose|it is (?:up|down)) {own:pct}(?:,| and) Bitcoin (?:is )?(?:fell |rose |up |down )?{other:pct}",
      "Birlikte hareket etmek aynı yere varmak değil: (?:son )?{days:count} günde (?:{coin}|değişim) {own:pct}(?: (?:yükseldi|geriledi))?,? Bitcoin(?:’de)? {other:pct}",
      (found, facts) => {
        const day = facts.dayBefore(found.count("days"));
        const [own, other] = [facts.since(day), facts.benchmarkSince(day)];
        if (own === undefined || other === undefined) return verdict("figure", undefined);
        const size = (name: string, real: number) => {
          const shown = found.figure(name);
          return verdict(
            "figure",
            agrees({...shown, value: Math.abs(shown.value)}, Math.abs(real)),
            real,
          );
        };
        return [size("own", own), size("other", other)];
      },
    ),
    reading(
      "The {days:count} days to {day:date} and the {before:count} before them",
      "{day:date} ile biten {days:count} gün ve önceki {before:count} gün",
      (found, facts) => {
        const tie = windows
          .flatMap(window => facts.tie(window) ?? [])
          .find(one => one.days === found.count("days"));
        if (!tie) return verdict("span", anyKnown(facts) ? false : undefined, "no such window");
        return [
          verdict("span", found.count("before") === tie.baseline, tie.baseline),
          verdict("span", found.day("day") === Math.min(facts.last, facts.benchmark.last)),
        ];
      },
    ),
    reading(
      "with Bitcoin to {day:date}, in each span and in the {befores:counts} days before it",
      "{day:date} kadar; her süre, öncesindeki {befores:counts} günle yan yana",
      (found, facts) => {
        const there = windows.flatMap(window => facts.tie(window)?.baseline ?? []);
        return [
          verdict("span", found.day("day") === Math.min(facts.last, facts.benchmark.last)),
          verdict(
            "span",
            there.length === 0
              ? undefined
              : found.counts("befores").every(one => there.includes(one)),
            there.join(", "),
          ),
        ];
      },
    ),
    reading(
      "(?<one>(?<=^|\\. )A single cause$)|(?<more>(?<=^|\\. )More than one cause$)|(?<apart>(?<=^|\\. )Causes that pull apart$)|(?<none>(?<=^|\\. )No cause stands out$)",
      "(?<one>(?<=^|\\. )Tek etken$)|(?<more>(?<=^|\\. )Birden çok etken$)|(?<apart>(?<=^|\\. )Ters yönde çeken etkenler$)|(?<none>(?<=^|\\. )Öne çıkan bir etken yok$)",
      (found, facts) => {
        const all = windows.flatMap(window => facts.tie(window) ?? []);
        const holds = ({parts}: Tie) => {
          const sizes = Object.values(parts).toSorted((a, b) => Math.abs(b) - Math.abs(a));
          const [first = 0, second = 0] = sizes;
          const against = sizes.filter(one => one * first < 0).map(Math.abs);
          if (found.has("none")) return Math.abs(first) < 0.035;
          if (found.has("apart")) return Math.max(0, ...against) >= 0.45 * Math.abs(first);
          const same = sizes.filter(one => one * first > 0);
          const part = first / same.reduce((a, b) => a + b, 0);
          return found.has("one")
            ? part > 0.6 || Math.abs(second) < 0.035
            : part < 0.9 && same.length > 1;
        };
        return verdict(
          "verdict",
          all.length === 0 ? undefined : all.some(holds),
          all
            .map(({parts}) =>
              Object.values(parts)
                .map(one => one.toFixed(2))
                .join(" "),
            )
            .join(" | "),
        );
      },
    ),
  ],
};

const anyKnown = (facts: Facts) => windows.some(window => facts.tie(window) !== undefined);

/** The window of which a note says so many days: as it is called, or as many as have both returns. */
const windowOf = (count: number, facts: Facts) =>
  windows.find(one => facts.tie(one) && (one === count || facts.tie(one)!.days === count));
