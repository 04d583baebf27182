import {join, say, type Text} from "../../model/text.ts";
import type {
  Chance,
  DependenceHeading,
  DependenceSentence,
  Moved,
  OnceIn,
  Unchanged,
} from "../../narrative/dependencePoints.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {causeSentences} from "./causes.ts";
import {inMarketDays} from "./nouns.ts";
import {type Case, suffixed} from "./suffix.ts";
import {capital, figures, list, moved, named} from "./words.ts";

const ownIn = ({asset, pen}: Telling, form: Case) => named(asset.symbol, form, pen);
const otherIn = ({benchmark, pen}: Telling, form: Case) => named(benchmark.name, form, pen);

export const dependenceHeadings: Words<DependenceHeading> = {
  "tie-unchanged"({standing, way, chance: easily}, telling) {
    const {asset, benchmark, pen} = telling;
    switch (standing) {
      case "against":
        return say`Eskisi gibi ${otherIn(telling, "dative")} ters`;
      case "none":
        return say`${pen.name(benchmark.name)} ve ${pen.name(asset.symbol)}`;
      case "loose":
        return say`${otherIn(telling, "instrumental")} gevşek bir bağ`;
      case "middling":
        if (easily !== "seldom") return say`${otherIn(telling, "instrumental")} eskisi gibi`;
        return way === "higher"
          ? say`${otherIn(telling, "dative")} belki daha yakın`
          : say`${otherIn(telling, "ablative")} belki daha uzak`;
      case "close":
        return say`${otherIn(telling, "dative")} eskisi kadar yakın`;
    }
  },
  "tie-changed": (heading, telling) => [...changedTie(heading, telling), ...byWhat(heading)],
};

function changedTie(
  {change, doing}: DependenceHeading & {kind: "tie-changed"},
  telling: Telling,
): Text {
  const benchmark = doing === "benchmark";
  switch (change) {
    case "turned-against":
      return say`${otherIn(telling, "dative")} ters yönde`;
    case "ended":
      return say`Artık ${otherIn(telling, "instrumental")} birlikte değil`;
    case "less-against":
      return say`${otherIn(telling, "dative")} eskisi kadar ters değil`;
    case "closer":
      return doing === "asset"
        ? say`${otherIn(telling, "dative")} daha yakın`
        : say`${otherIn(telling, "instrumental")} daha yüksek korelasyon${benchmark ? ", ama daha sıkı bir bağ değil" : ""}`;
    case "looser":
      return doing === "asset"
        ? say`${otherIn(telling, "ablative")} ayrıştı`
        : say`${otherIn(telling, "instrumental")} daha düşük korelasyon${benchmark ? say`: ${telling.pen.name(telling.benchmark.name)} duruldu` : say``}`;
  }
}

function byWhat({of, cause}: DependenceHeading & {kind: "tie-changed"}): Text {
  if (!of) return [];
  if (of === "own-swings")
    return cause === "more" ? say`: kendi dalgalanması büyüdü` : say`: kendi dalgalanması küçüldü`;
  return cause === "more" ? say`: yanıtı güçlendi` : say`: yanıtı zayıfladı`;
}

export const dependenceSentences: Words<DependenceSentence> = {
  "tie-unchanged": (point, telling) =>
    say`${asBefore(point, telling)}: ${bothSpans(point, telling)}.`,
  "tie-not-alone": ({days, rho, baselineRho, tests, p, adjustedP}, {pen}) =>
    say`Son ${pen.count(days)} günün farkı (${suffixed(pen.correlation(baselineRho), "ablative")} ${suffixed(pen.correlation(rho), "dative")}) tek başına sınansa geçerdi (${pen.isP(p)}); bakılan ${pen.counted(tests)} süreden biri olarak geçmiyor (${pen.p(adjustedP)}).`,
  "tie-blunt": ({days, reach}, {pen, fixed}) =>
    say`Çok şey fark edilmeden değişmiş olabilir: ${pen.count(days)} günde ancak ${suffixed(pen.correlation(reach), "dative")} ya da altına inen bir korelasyon ${pen.worded(fixed.power, "beşte dört olasılıkla")} görülürdü.`,
  "tie-moved": (point, telling) => say`${whatMoved(point, telling)}.`,
  "tie-chance": chance,
  "windows-oppose": ({days}, {pen}) =>
    say`Son ${list(days.map(one => say`${pen.count(one)}`))} günde ise yön tersine.`,
  "windows-dissent": ({windows}, {pen}) =>
    say`Son ${list(windows.map(({days}) => say`${pen.count(days)}`))} gün tek başına bir şey kanıtlamazdı (${figures(windows.map(({p}, i) => [i === 0 ? pen.isP(p) : pen.p(p)]))}).`,
  "break-dated": ({day, p}, {pen}) =>
    say`Zamanı bilinmeyen bir kırılmayı arayan ikinci bir test ${suffixed(pen.day(day), "accusative")} gösteriyor; bir hafta kadar yanılabilir (${pen.isP(p)}).`,
  "break-untold": ({p}, {pen}) =>
    say`Ne zaman değiştiği söylenemiyor: zamanı bilinmeyen bir kırılmayı arayan ikinci test böyle bir şey bulmuyor (${pen.isP(p)}).`,
  "one-day": ({day, share, days}, telling) => {
    const {pen} = telling;
    return say`Sıralar büyüklüğü görmez: ${ownIn(telling, "genitive")} bu ${pen.count(days)} gündeki getiri karelerinin ${suffixed(pen.share(share), "possessive")} tek bir günden, ${pen.day(day)} gününden geliyor; bu hesapta o da ötekiler gibi bir gün.`;
  },
  "ended-apart": ({days, own, benchmark}, {asset, benchmark: other, pen}) =>
    say`Birlikte hareket etmek aynı yere varmak değil: ${pen.count(days)} günde ${pen.name(asset.symbol)} ${moved(own, pen)}, ${pen.name(other.name)} ${moved(benchmark, pen)}.`,
  ...causeSentences,
  "mostly-its-own": ({own, members}, {benchmark, pen}) =>
    say`Günlük varyansının büyük bölümünü, ${suffixed(pen.share(own), "possessiveAccusative")}, ne ${pen.name(benchmark.name)} ne de öteki ${pen.counted(members)} büyük coinin endeksi açıklıyor.`,
  "nothing-left"({partial, members, days}, telling) {
    const {pen} = telling;
    return say`Öteki ${pen.counted(members)} büyük coinin endeksi hesaba katılınca doğrudan ${otherIn(telling, "dative")} olan bağdan geriye neredeyse bir şey kalmıyor (${pen.count(days)} günlük kısmi sıra korelasyonu ${pen.correlation(partial)}).`;
  },
  "against-beside-others"({partial, members, days}, telling) {
    const {pen} = telling;
    return say`Öteki ${pen.counted(members)} büyük coinin endeksi hesaba katılınca ${otherIn(telling, "dative")} ters yönde hareket ediyor (${pen.count(days)} günlük kısmi sıra korelasyonu ${pen.correlation(partial)}).`;
  },
};

/** How the coin goes with the benchmark where no change was found. */
function asBefore({standing, way, chance: easily}: Unchanged, telling: Telling): Text {
  const {asset, benchmark, pen} = telling;
  const own = pen.name(asset.symbol);
  switch (standing) {
    case "against":
      return say`${own} eskisi gibi ${otherIn(telling, "dative")} ters yönde hareket ediyor`;
    case "none":
      return say`${own} ile ${pen.name(benchmark.name)} arasında düzenli bir bağ yok`;
    case "loose":
      return say`${ownIn(telling, "genitive")} günlük hareketlerinin ${otherIn(telling, "instrumental")} ilgisi önceden de azdı, şimdi de az`;
    case "close":
      return say`${own} ile ${otherIn(telling, "genitive")} günlük hareketleri eskisi kadar uyumlu`;
    case "middling":
      if (way === "level")
        return say`${own}, ${otherIn(telling, "instrumental")} eskisi kadar uyumlu`;
      if (easily === "seldom")
        return way === "higher"
          ? say`${ownIn(telling, "genitive")} ${otherIn(telling, "dative")} yaklaşıp yaklaşmadığı belli değil`
          : say`${ownIn(telling, "genitive")} ${otherIn(telling, "ablative")} uzaklaşıp uzaklaşmadığı belli değil`;
      return say`${ownIn(telling, "genitive")} ${otherIn(telling, "instrumental")} ilişkisinde değişiklik bulunmadı`;
  }
}

const onceInWords: Readonly<Record<OnceIn, string>> = {
  2: "ikide bir olasılıkla",
  3: "üçte bir olasılıkla",
  4: "dörtte bir olasılıkla",
  5: "beşte bir olasılıkla",
  6: "altıda bir olasılıkla",
  8: "sekizde bir olasılıkla",
  10: "onda bir olasılıkla",
};

function bothSpans(
  {way, rho, days, baselineRho, baselineDays, chance: easily, onceIn, p}: Unchanged,
  {pen, rests}: Telling,
): Text {
  if (way === "level")
    return say`sıra korelasyonu son ${pen.count(days)} günde de önceki ${pen.count(baselineDays)} günde de ${pen.correlation(rho)} (${pen.isP(p)})`;
  const spans = say`sıra korelasyonu son ${pen.count(days)} ${inMarketDays({rests})} ${pen.correlation(rho)}, önceki ${pen.count(baselineDays)} günde ${pen.correlation(baselineRho)}`;
  switch (easily) {
    case "more-often-than-not":
      return say`${spans}; fark rastlantının sınırları içinde (${pen.isP(p)})`;
    case "easily":
      return onceIn
        ? say`${spans}; bu kadar fark rastlantıyla da ${pen.worded(p, onceInWords[onceIn])} çıkar (${pen.isP(p)})`
        : say`${spans}; bu kadar fark rastlantıyla da çıkar (${pen.isP(p)})`;
    case "seldom":
      return say`${spans}; bu kadar fark rastlantıyla seyrek çıkar, ama yeterince seyrek değil (düzeltilmiş ${pen.isP(p)})`;
  }
}

function whatMoved(point: Moved, telling: Telling): Text {
  const {pen} = telling;
  const {change, doing, rho, days, baselineRho, baselineDays} = point;
  const opening = say`${pen.name(telling.asset.symbol)} son ${pen.count(days)} ${inMarketDays(telling)}`;
  const numbers = say`sıra korelasyonu ${pen.correlation(rho)}; önceki ${pen.count(baselineDays)} günde ${suffixed(pen.correlation(baselineRho), "was")}`;
  if (change === "turned-against")
    return say`${opening} ${otherIn(telling, "dative")} ters yönde hareket etti: ${numbers}`;
  if (change === "ended")
    return say`${opening} ${otherIn(telling, "instrumental")} birlikte hareket etmedi: ${numbers}`;
  if (change === "less-against")
    return say`${opening} ${otherIn(telling, "dative")} eskisi kadar ters yönde hareket etmedi: ${numbers}`;
  const closer = change === "closer";
  if (doing === "asset")
    return say`${opening} ${otherIn(telling, "instrumental")} eskisinden daha ${closer ? "çok" : "az"} birlikte hareket etti: ${numbers}`;
  const higher = say`${capital(otherIn(telling, "instrumental"))} sıra korelasyonu son ${pen.count(days)} günde öncekinden ${closer ? "yüksek" : "düşük"}: ${pen.correlation(rho)}, önceki ${pen.count(baselineDays)} günde ${pen.correlation(baselineRho)}`;
  if (doing === "unseen") return say`${higher}; doğrusal korelasyonda bu görülmüyor`;
  const others = otherIn(telling, "genitive");
  return closer
    ? say`${higher}; çoğu ${others} daha çok dalgalanmasından geliyor, bu daha sıkı bir bağ değildir`
    : say`${higher}; çoğu ${others} durulmasından geliyor, bu ayrışma değildir`;
}

function chance({strength, p, looked}: Chance, {asset, pen}: Telling): Text {
  const opening = {
    hardly: say`Rastlantı pek olası değil`,
    possibly: say`Rastlantı dışlanamıyor, ama seyrek`,
    easily: say`Rastlantıyla kolay açıklanır`,
  }[strength];
  if (looked.at === "windows")
    return say`${opening}: bağ değişmemiş olsaydı, ${pen.counted(looked.tests)} süreye bakıldığı hesaba katılınca da bu büyüklükte bir farkın çıkma olasılığı ${chanceOf(p, pen)} olurdu.`;
  const {place, universe, tests} = looked;
  return join([
    say`${pen.name(asset.symbol)} baştan belirlenmedi: ${pen.count(universe)} coinlik bir taramada ${pen.count(place)}. sırada çıktı ve uçta göründüğü için seçildi.`,
    say`${opening}: taramanın ${pen.count(tests)} testi hesaba katılınca, bağ değişmemişken bu büyüklükte bir farkın çıkma olasılığı ${chanceOf(p, pen)}.`,
  ]);
}

/** "binde birden az", "%12 dolayında" */
const chanceOf = (p: Chance["p"], pen: Telling["pen"]): Text =>
  p.value < 0.001
    ? [pen.worded(p, "binde birden az")]
    : say`${pen.level(p, p.value < 0.0095 ? 1 : 0)} dolayında`;
