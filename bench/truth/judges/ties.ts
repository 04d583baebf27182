import {baselineDays, type Facts, windows} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {agrees, type Printed} from "../printed.ts";

/** A rank correlation in a window, and that of the days before it with the span told. */
export function rhos(now: Printed, window: number, facts: Facts, before?: Printed): Verdict[] {
  const tie = facts.tie(window);
  if (!tie) return [verdict("figure", undefined)];
  return [
    verdict("figure", agrees(now, tie.rho), tie.rho),
    ...(before ? [verdict("figure", agrees(before, tie.before), tie.before)] : []),
  ];
}

/** A baseline is as long as it is said to be: within a tenth, for days without a price. */
export function baseline(days: number, window: number, facts: Facts): Verdict {
  const tie = facts.tie(window);
  if (!tie) return verdict("span", undefined);
  const there = Math.min(tie.baseline, baselineDays);
  return verdict(
    "span",
    Math.abs(there - days) <= 0.02 * days,
    `${tie.baseline} daily returns before`,
  );
}

/** A printed p is of the test or, adjusted over the windows, of their family. */
export function pHolds(shown: Printed, window: number, facts: Facts): boolean {
  return [facts.tie(window)?.p, facts.adjustedP(window)].some(
    p =>
      p !== undefined &&
      (shown.text.startsWith("<") ? p < shown.value : Math.abs(p - shown.value) <= 0.01),
  );
}

function pValues(shown: readonly Printed[], those: readonly number[], facts: Facts): Verdict[] {
  return shown.map((one, i) => {
    const window = those[i]!;
    if (!facts.tie(window)) return verdict("figure", undefined);
    return verdict("figure", pHolds(one, window, facts), told(facts, window));
  });
}

const windowsOf = (count: number) => windows.slice(0, count);

/** How near two correlations of a reader's "about the same", and what is close, loose or between. */
const words = {same: 0.1, close: 0.75, moderate: 0.3, loose: 0.45};

export const changed = (facts: Facts, window: number): number | undefined => {
  const [p, tie] = [facts.adjustedP(window), facts.tie(window)];
  return p === undefined || !tie || p >= 0.05
    ? tie && 0
    : Math.sign(Math.abs(tie.rho) - Math.abs(tie.before));
};

export const told = (facts: Facts, window: number) => {
  const tie = facts.tie(window);
  return tie
    ? `rho ${tie.rho.toFixed(2)} after ${tie.before.toFixed(2)}, p ${tie.p.toFixed(3)}, adjusted ${facts.adjustedP(window)?.toFixed(3)}`
    : "no window";
};

/** A tie that is said to have tightened (1) or loosened (-1): both signs the same, and the adjusted test below 5 %. */
function moved(way: 1 | -1, window: number, facts: Facts): Verdict {
  const tie = facts.tie(window);
  if (!tie) return verdict("verdict", undefined);
  const inverse = Math.sign(tie.rho) !== Math.sign(tie.before) && Math.abs(tie.rho) > 0.1;
  return verdict("verdict", changed(facts, window) === way && !inverse, told(facts, window));
}

/** Bitcoin's volatility is not what the change comes from: its part is no more than a share of it. */
function notBitcoin(most: number, window: number, facts: Facts): Verdict {
  const tie = facts.tie(window);
  if (!tie) return verdict("verdict", undefined);
  const share = tie.parts.benchmark / (tie.r - tie.rBefore);
  return verdict(
    "verdict",
    share <= most,
    `Bitcoin’s volatility ${tie.parts.benchmark.toFixed(2)} of ${(tie.r - tie.rBefore).toFixed(2)}`,
  );
}

/** Where no window is named, some window tested has to bear the words. */
export const anyMoved = (way: 1 | -1, facts: Facts): Verdict => {
  const p = (window: number) => facts.adjustedP(window) ?? 2;
  const all = windows.toSorted((a, b) => p(a) - p(b)).map(window => moved(way, window, facts));
  return all.find(({holds}) => holds) ?? all[0]!;
};

export const ties: Judge = {
  subject: "tie to the benchmark",
  readings: [
    reading(
      [
        "^Rank correlation with Bitcoin: {now:num} over {window:count} days, {before:num} before",
        "rank correlation {now:num} over {window:count} days, {before:num} before",
        "rank correlation(?: with Bitcoin)? {now:num} over {window:count} days, {before:num} in the {baseline:count} days before",
      ],
      [
        "^Bitcoin’le sıra korelasyonu: {window:count} günde {now:num}; öncesinde {before:num}",
        "{window:count} günlük sıra korelasyonu {now:num}, öncesinde {before:num}",
        "sıra korelasyonu {window:count} günde {now:num}, önceki {baseline:count} günde {before:num}",
      ],
      (found, facts) => {
        const window = found.count("window");
        const verdicts = rhos(found.figure("now"), window, facts, found.figure("before"));
        if (found.has("baseline")) verdicts.push(baseline(found.count("baseline"), window, facts));
        return verdicts;
      },
    ),
    reading(
      [
        "Over the last {spans:counts} days the rank correlation of daily returns was {now:nums}; in the {baseline:counts} days before(?: each window| the window)?, {before:nums}",
        "The rank correlation of daily returns hardly differs, whatever the window: {now:nums} over {spans:counts} days, {before:nums} in the {baseline:counts} days before",
        "(?<=^|\\. ){now:nums} over {spans:counts} days, {before:nums} in the {baseline:counts} days before",
      ],
      [
        "son {spans:counts} günde (?:sırasıyla )?{now:nums}[,.] (?:[Hh]er pencerenin|pencerelerin) öncesindeki {baseline:counts} günde (?:bu değerler )?{before:nums}",
        "son {spans:counts} günde (?:sırasıyla )?{now:nums}, öncelerindeki {baseline:counts} günde {before:nums}",
      ],
      (found, facts) => {
        const spans = found.counts("spans");
        const before = found.figures("before", "num");
        const verdicts = found
          .figures("now", "num")
          .flatMap((one, i) => rhos(one, spans[i]!, facts, before[i]));
        const baselines = found.counts("baseline");
        verdicts.push(
          ...spans.map((window, i) => baseline(baselines[i] ?? baselines[0]!, window, facts)),
        );
        if (/hardly differs|aynı dolayda/.test(found.text)) {
          const gaps = spans.map(window => {
            const tie = facts.tie(window);
            return tie ? Math.abs(tie.rho - tie.before) : Number.NaN;
          });
          verdicts.push(
            verdict(
              "nearness",
              gaps.every(gap => gap <= words.same),
              `${Math.max(...gaps).toFixed(2)} apart`,
            ),
          );
        }
        return verdicts;
      },
    ),
    reading(
      "a rank correlation of {now:num} over {window:count} days(?:, {before:num}|, and the same) in the {baseline:count} before them",
      "sıra korelasyonu son {window:count} günde(?: de)?(?: {now:num},)? önceki {baseline:count} günde(?: de)? {before:num}",
      (found, facts) => {
        const window = found.count("window");
        const now = found.figure(found.has("now") ? "now" : "before");
        const before = found.figure(found.has("before") ? "before" : "now");
        return [
          ...rhos(now, window, facts, before),
          baseline(found.count("baseline"), window, facts),
        ];
      },
    ),
    reading(
      [
        "Over the last {window:count} days {coin} has moved with Bitcoin (?<way>more|less) closely than before: a rank correlation of {now:num}, after {before:num} in the {baseline:count} days before",
      ],
      [
        "{coin} son {window:count} günde Bitcoin’le eskisinden daha (?<way>çok|az) birlikte hareket etti: sıra korelasyonu {now:num}; önceki {baseline:count} günde {before:num}",
      ],
      (found, facts) => {
        const window = found.count("window");
        return [
          ...rhos(found.figure("now"), window, facts, found.figure("before")),
          baseline(found.count("baseline"), window, facts),
          moved(/more|çok/.test(found.word("way")) ? 1 : -1, window, facts),
        ];
      },
    ),
    reading(
      "Over the last {window:count} days the rank correlation with Bitcoin was (?<way>higher|lower) than before, {now:num} after {before:num} in the {baseline:count} days before",
      "Bitcoin’le sıra korelasyonu son {window:count} günde öncekinden (?<way>yüksek|düşük): {now:num}, önceki {baseline:count} günde {before:num}",
      (found, facts) => {
        const window = found.count("window");
        const tie = facts.tie(window);
        const up = /higher|yüksek/.test(found.word("way"));
        return [
          ...rhos(found.figure("now"), window, facts, found.figure("before")),
          baseline(found.count("baseline"), window, facts),
          verdict("comparison", tie ? tie.rho > tie.before === up : undefined, told(facts, window)),
        ];
      },
    ),
    reading(
      "a difference as large would come up (?:with a probability of {p:num}|in about {share:pct} of cases|(?<tiny>less than once in a thousand times))",
      "bu büyüklükte bir farkın çıkma olasılığı (?:{share:pct} dolayında|(?<tiny>binde birden az)|{p:num}(?: olurdu)?)",
      (found, facts) => {
        const real = windows.flatMap(window => facts.adjustedP(window) ?? []);
        if (real.length === 0) return verdict("figure", undefined);
        if (found.has("tiny"))
          return verdict(
            "figure",
            real.some(p => p < 0.0015),
            real.map(p => p.toFixed(4)).join(", "),
          );
        const shown = found.figure(found.has("share") ? "share" : "p");
        const near = (p: number) =>
          shown.text.startsWith("<")
            ? p < shown.value
            : Math.abs(p - shown.value) <= 0.01 + shown.step / 2;
        return verdict("figure", real.some(near), real.map(p => p.toFixed(3)).join(", "));
      },
    ),
    reading(
      "\\(p = {ps:nums}(?:, adjusted[^)]*)?\\)|probabilities of {ps:nums}",
      "\\((?:üç pencereye göre düzeltilmiş )?p = {ps:nums}\\)|olasılığı sırasıyla {ps:nums} olurdu",
      (found, facts) => {
        // Those of spans that are named have a reading of their own.
        if (/by themselves would prove nothing|tek başına/.test(found.block.text)) return [];
        const shown = found.figures("ps", "num");
        return shown.length > 1 ? pValues(shown, windowsOf(shown.length), facts) : [];
      },
    ),
    reading(
      "the difference could be chance \\(p = {p:num}\\)",
      "aradaki fark tesadüf olabilir \\(p = {p:num}\\)",
      (found, facts) => {
        const window = 60;
        const p = facts.adjustedP(window);
        return [
          ...pValues([found.figure("p")], [window], facts),
          verdict("verdict", p === undefined ? undefined : p >= 0.05, told(facts, window)),
        ];
      },
    ),
    reading(
      "The change over the last {window:count} days is more than chance explains",
      "Son {window:count} gündeki değişim tesadüfle açıklanamayacak",
      (found, facts) => {
        const window = found.count("window");
        const p = facts.adjustedP(window);
        return verdict("verdict", p === undefined ? undefined : p < 0.05, told(facts, window));
      },
    ),
    reading(
      "No difference among them would surprise anyone if nothing had changed",
      "Bağ hiç değişmemiş olsaydı da bu farkların hiçbiri şaşırtıcı olmazdı",
      (_, facts) => {
        const ps = windows.flatMap(window => facts.tie(window)?.p ?? []);
        return verdict(
          "verdict",
          ps.every(p => p > 0.1),
          ps.map(p => p.toFixed(3)).join(", "),
        );
      },
    ),
    reading(
      "Chance alone makes larger differences more often than not",
      "Hiçbir şey değişmese de tesadüf çoğu kez bundan büyük farklar çıkarır",
      (_, facts) => {
        const ps = windows.flatMap(window => facts.tie(window)?.p ?? []);
        return verdict(
          "verdict",
          ps.every(p => p > 0.49),
          ps.map(p => p.toFixed(3)).join(", "),
        );
      },
    ),
    reading(
      [
        "^{coin} has (?:come loose|loosened|decoupled) from Bitcoin: rank correlation {now:num} over {window:count} days, {before:num} before",
        "^Decoupling, by the test fixed beforehand: rank correlation with Bitcoin {now:num} over {window:count} days",
      ],
      [
        "^{coin},? Bitcoin’den ayrıştı: {window:count} günlük",
        "^Önceden belirlenen teste göre ayrışma: Bitcoin’le sıra korelasyonu {window:count} günde",
      ],
      (found, facts) => [
        moved(-1, found.count("window"), facts),
        notBitcoin(2 / 3, found.count("window"), facts),
      ],
    ),
    reading(
      [
        "In the last {window:count} days it has followed Bitcoin (?<way>more|less) closely than before, by more than chance explains \\(p [=<] {p:num}\\)(?<not>, and not because Bitcoin went quiet)?",
      ],
      [
        "Son {window:count} günde aradaki bağ (?<way>sıkılaştı); fark tesadüfle kolay açıklanamayacak kadar büyük \\(p [=<] {p:num}\\)(?<not>, nedeni de Bitcoin’in durulması değil)?",
        "Son {window:count} günde Bitcoin’i eskisinden daha (?<way>az) izledi\\. Fark tesadüfle kolay açıklanamayacak kadar büyük \\(p [=<] {p:num}\\)(?<not>, nedeni de Bitcoin’in durulması değil)?",
      ],
      (found, facts) => {
        const window = found.count("window");
        return [
          moved(/more|sıkı/.test(found.word("way")) ? 1 : -1, window, facts),
          ...(found.has("not") ? [notBitcoin(0.5, window, facts)] : []),
        ];
      },
    ),
    reading(
      [
        "{coin} moves more closely with Bitcoin (?:than before|now that its own swings have faded)",
        "It follows more closely than before, and by more than chance would explain",
        "^Closer to Bitcoin(?:$|: )",
        "^A closer tie: ",
      ],
      [
        "{coin}, (?:kendi dalgalanması küçülünce )?Bitcoin’i (?:eskisinden )?daha yakından izliyor",
        "{coin} Bitcoin’i eskisinden daha yakından izliyor; fark tesadüfle",
        "^Bitcoin’e daha yakın(?:$|: )",
        "^Bağ sıkılaştı: ",
      ],
      (_, facts) => anyMoved(1, facts),
    ),
    reading(
      [
        "It follows less than it did, and by more than chance would explain",
        "^Loosened from Bitcoin(?:$|: )",
      ],
      [
        "{coin} Bitcoin’i eskisinden daha az izliyor; fark tesadüfle",
        "^Bitcoin’den ayrıştı(?:$|: )",
      ],
      (_, facts) => anyMoved(-1, facts),
    ),
    reading(
      [
        "follows Bitcoin less closely, at {now:num} after {before:num}",
        "A looser tie, short of a decoupling",
      ],
      [
        "Bitcoin’i daha gevşek izliyor: sıra korelasyonu {before:num} {now:num} indi",
        "Bağ gevşedi, ayrışma sayılacak kadar değil",
      ],
      (_, facts) => anyMoved(-1, facts),
    ),
    reading(
      [
        "Not by any amount these data can show",
        "^No sign of decoupling",
        "No change found in how it moves with Bitcoin",
        "nothing shows that it has changed",
        "No change was found in how it moves with Bitcoin",
        "^Yes, as far as can be seen\\.",
        "^No change is found\\.",
        "^No change is found in how {coin} moves with Bitcoin",
        "^With Bitcoin as before$",
        "^Close to Bitcoin, as before$",
        "^Day by day {coin} and Bitcoin move together as before",
        "^{coin} keeps step with Bitcoin as it did",
        "has little to do with Bitcoin from day to day, now as before",
        "and no change in that is found",
        "^These differences are within what chance does",
        "(?<=\\. )These differences are within what chance does",
      ],
      [
        "Koptuysa bile bu verilere yansıyacak kadar değil",
        "^(?:Bitcoin’den a|A)yrışma belirtisi yok",
        "^Bitcoin’le bağında değişiklik bulunmadı",
        "değiştiğini gösteren bir şey de yok",
        "Bitcoin’le birlikte hareketinde değişiklik bulunmadı",
        "^Görülebildiği kadarıyla evet\\.",
        "^Bir değişiklik bulunmadı\\.",
        "Bitcoin’le ilişkisinde değişiklik bulunmadı",
        "^Bitcoin’le eskisi gibi$",
        "^Bitcoin’e eskisi kadar yakın$",
        "günlük hareketleri eskisi kadar uyumlu",
        "{coin}, Bitcoin’le eskisi kadar uyumlu",
        "ilgisi önceden de azdı, şimdi de az",
        "Bu farklar tesadüfün sınırları içinde",
      ],
      (_, facts) => {
        const seen = windows.filter(window => changed(facts, window));
        return verdict(
          "verdict",
          windows.every(window => facts.tie(window) === undefined) ? undefined : seen.length === 0,
          seen.map(window => `${window} days: ${told(facts, window)}`).join("; "),
        );
      },
    ),
    reading(
      "(?<how>follows Bitcoin closely|goes largely with Bitcoin|still moves with Bitcoin|tie to Bitcoin is moderate|was loose before|tie to Bitcoin is loose, at|followed Bitcoin only loosely before)",
      "(?<how>Bitcoin’i yakından izliyor|büyük ölçüde Bitcoin’le birlikte|Bitcoin’le bağ yerinde duruyor|bağı orta düzeyde|günlük bağı zaten gevşekti|önceden de gevşek izliyordu)",
      (found, facts) => {
        if (/eskisinden/.test(found.block.text) && /yakından izliyor/.test(found.word("how")))
          return [];
        const tie = facts.tie(60);
        if (!tie) return verdict("nearness", undefined);
        const how = found.word("how");
        const holds = /follows Bitcoin closely|yakından/.test(how)
          ? tie.rho >= words.close
          : /moderate|orta/.test(how)
            ? tie.rho >= words.moderate && tie.rho < words.close
            : /loose|gevşek/.test(how)
              ? Math.abs(tie.before) <= words.loose && Math.abs(tie.rho) <= words.loose
              : tie.rho >= 0.4;
        return verdict("nearness", holds, told(facts, 60));
      },
    ),
    reading(
      [
        "Whether the rank correlation with Bitcoin holds near {now:num} as the window moves on, or goes back towards {before:num}",
        "{coin}[’']?s? rank correlation, {now:num}, back towards {before:num}",
      ],
      "Bitcoin’le sıra korelasyonu, pencere ilerledikçe {now:num} dolayında mı kalacak, {before:num} doğru mu dönecek",
      (found, facts) => {
        const all = windows.flatMap(window => facts.tie(window) ?? []);
        if (all.length === 0) return verdict("figure", undefined);
        const [now, before] = [found.figure("now"), found.figure("before")];
        return verdict(
          "figure",
          all.some(tie => agrees(now, tie.rho) && agrees(before, tie.before)),
          all.map(tie => `${tie.rho.toFixed(2)} after ${tie.before.toFixed(2)}`).join(", "),
        );
      },
    ),
    reading(
      "^Never tied closely to Bitcoin$",
      "^Bitcoin’e baştan beri gevşek bir bağ$",
      (_, facts) => {
        const all = windows.flatMap(window => facts.tie(window)?.before ?? []);
        return verdict(
          "nearness",
          all.length === 0 ? undefined : all.every(rho => Math.abs(rho) <= words.loose),
          all.map(rho => rho.toFixed(2)).join(", "),
        );
      },
    ),
    reading(
      "adjusted for testing three windows, {ps:nums}|\\(?< ?{p:num} after adjusting for the windows tested|{p:num} after adjusting for the windows tested",
      "sınanan üç pencereye göre düzeltilince {ps:nums}|sınanan pencerelere göre düzeltilmiş değeri {p:num}",
      (found, facts) => {
        const shown = found.has("ps") ? found.figures("ps", "num") : [found.figure("p")];
        const those = found.has("ps") ? windowsOf(shown.length) : windows;
        const real = those.map(window => facts.adjustedP(window));
        if (real.some(p => p === undefined)) return verdict("figure", undefined);
        const near = (one: Printed, p: number) =>
          one.text.startsWith("<") ? p < one.value : Math.abs(p - one.value) <= 0.01;
        const holds = found.has("ps")
          ? shown.every((one, i) => near(one, real[i]!))
          : real.some(p => near(shown[0]!, p!));
        return verdict("figure", holds, real.map(p => p!.toFixed(3)).join(", "));
      },
    ),
  ],
};
