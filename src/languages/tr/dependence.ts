import type {Block, Section} from "../../model/article.ts";
import {decouplingWindows} from "../../model/figureNames.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Name, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {together} from "../../narrative/story.ts";
import {causes} from "./causes.ts";
import {baselines, chart, table} from "./dependenceExhibits.ts";
import {type Case, suffixed} from "./suffix.ts";
import {capital, figures, list, named} from "./words.ts";

/** Whether the asset still follows the benchmark, why its correlation moved, and what could have been seen. */
export function dependence(facts: Facts): Section | undefined {
  const {dependence: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found, facts),
    blocks: [
      ...paragraphs([
        join([answer(found, facts), pickedSentence(found, facts), windowsSentence(found, facts)]),
        join([visible(found, facts), since(found, facts)]),
      ]),
      ...chart(found, facts),
      ...paragraphs([causes(found, facts), beyond(facts)]),
      table(found, facts),
    ],
  };
}

const paragraphs = (texts: readonly Text[]): Block[] =>
  texts.filter(text => text.length > 0).map(text => ({kind: "paragraph", text}));

function heading(found: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const {leading, decoupled, movedBy, inverse} = found;
  const own = pen.name(asset.symbol);
  const other = (form: Case) => named(benchmark.name, form, pen);
  if (leading.verdict === "no-change-found") {
    if (wasInverse(leading)) return say`${pen.name(benchmark.name)} ve ${own}`;
    if (isLoose(leading)) return say`${other("instrumental")} gevşek bir bağ`;
    return leading.rho.value > leading.baselineRho.value
      ? say`${own} hâlâ ${other("accusative")} izliyor mu?`
      : say`${own} ${other("ablative")} koptu mu?`;
  }
  if (inverse) return say`${other("dative")} ters yönde`;
  if (leading.baselineRho.value < 0 && leading.verdict === "weakened")
    return say`Artık ${other("dative")} ters yönde değil`;
  if (leading.verdict === "strengthened")
    return movedBy === "asset"
      ? say`${other("dative")} daha yakın`
      : say`${other("instrumental")} daha yüksek bir korelasyon`;
  return decoupled
    ? say`${other("ablative")} ayrıştı`
    : say`${other("instrumental")} daha düşük bir korelasyon`;
}

/** Loose now, and loose before. */
const isLoose = ({rho, baselineRho}: WindowResult) =>
  Math.max(rho.value, baselineRho.value) < together;

/** Below zero in one of the two: such a tie is no following. */
const wasInverse = ({rho, baselineRho}: WindowResult) => Math.min(rho.value, baselineRho.value) < 0;

function answer(found: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const {leading} = found;
  const own = pen.name(asset.symbol);
  const other = (form: Case) => named(benchmark.name, form, pen);
  if (leading.verdict !== "no-change-found")
    return say`${changed(found, own, other)}; fark, tesadüfle kolay açıklanamayacak kadar büyük${bySwings(found, other)}.`;
  if (wasInverse(leading)) return say`Bir değişiklik bulunmadı.`;
  if (isLoose(leading))
    return say`${own} ${other("accusative")} gevşek izliyor; bunda bir değişiklik bulunmadı.`;
  return leading.rho.value > leading.baselineRho.value
    ? say`Bir değişiklik bulunmadı.`
    : say`Koptuysa bile bu verilere yansıyacak kadar değil.`;
}

/** Which way the tie went: a correlation below zero is no loose tie, but one the other way. */
function changed(
  {leading, inverse, movedBy}: DecouplingFinding,
  own: Name,
  other: (form: Case) => Text,
): Text {
  if (leading.verdict === "weakened") {
    if (inverse)
      return say`${own} artık ${other("accusative")} izlemiyor, ona ters yönde hareket ediyor`;
    if (leading.baselineRho.value < 0)
      return say`${own} önceden ${other("dative")} ters yönde hareket ediyordu, şimdi daha az`;
    return movedBy === "asset"
      ? say`${own} ${other("accusative")} eskisinden daha az izliyor`
      : say`Sıra korelasyonu öncekinden düşük`;
  }
  if (leading.rho.value < 0) return say`${own} ${other("dative")} ters yönde hareket eder oldu`;
  return movedBy === "asset"
    ? say`${own} ${other("accusative")} eskisinden daha yakından izliyor`
    : say`Sıra korelasyonu öncekinden yüksek`;
}

/** Forbes and Rigobon (2002), both ways: what the benchmark's swings do to every coin is no news of this one. */
function bySwings(
  {leading, inverse, movedBy}: DecouplingFinding,
  other: (form: Case) => Text,
): Text {
  const {verdict, rho, baselineRho} = leading;
  if (movedBy === "asset" || inverse || Math.min(rho.value, baselineRho.value) < 0) return [];
  if (!movedBy) return say`, ama doğrusal korelasyonda görülmüyor`;
  return verdict === "weakened"
    ? say`, ama çoğu ${other("genitive")} durulmasından geliyor; bu ayrışma değildir`
    : say`, ama çoğu ${other("genitive")} daha çok oynamasından geliyor; bu daha sıkı bir bağ değildir`;
}

/** A coin that was picked because it looked extreme is held to the p-value of all that was looked at. */
function pickedSentence({picked}: DecouplingFinding, {pen}: Facts): Text {
  if (!picked) return [];
  return say`Bu coin baştan belirlenmedi: ${pen.count(picked.universe)} coinlik bir taramada ${pen.count(picked.place)}. sırada çıktı ve uçta göründüğü için seçildi. Bu yüzden buradaki bütün p değerleri taramanın ${pen.count(picked.tests)} testine göre düzeltildi.`;
}

/** The windows side by side, as far apart or as close together as they lie. */
function windowsSentence(found: DecouplingFinding, facts: Facts): Text {
  const {windows} = found;
  const {pen} = facts;
  const lengths = list(windows.map(one => say`${pen.count(one.days)}`));
  const now = figures(windows.map(one => say`${pen.correlation(one.rho)}`));
  const before = figures(windows.map(one => say`${pen.correlation(one.baselineRho)}`));
  const earlier = baselines(windows, pen);
  const values = windows.flatMap(one => [one.rho.value, one.baselineRho.value]);
  const close = Math.max(...values) - Math.min(...values) < 0.07;
  const sides = new Set(windows.map(one => sideOf(one, pen)));
  const side = sides.size === 1 ? [...sides][0] : undefined;
  const numbers =
    windows.length === 1
      ? say`Günlük getirilerin sıra korelasyonu son ${lengths} günde ${now}, önceki ${earlier} günde ${before}.`
      : close
        ? say`Günlük getirilerin sıra korelasyonu hangi pencereye bakılsa aynı dolayda: son ${lengths} günde ${now}, pencerelerin öncesindeki ${earlier} günde ${before}.`
        : side
          ? say`Günlük getirilerin sıra korelasyonu bütün pencerelerde öncekinden ${side}: son ${lengths} günde ${now}, öncelerindeki ${earlier} günde ${before}.`
          : say`Günlük getirilerin sıra korelasyonu son ${lengths} günde sırasıyla ${now}. Pencerelerin öncesindeki ${earlier} günde bu değerler ${before}.`;
  return join([numbers, chance(found, facts), oneDay(found, facts)]);
}

/** On which side of what was before, in the digits that are shown. */
function sideOf({rho, baselineRho}: WindowResult, pen: Facts["pen"]): string | undefined {
  if (pen.correlation(rho).print === pen.correlation(baselineRho).print) return undefined;
  return rho.value > baselineRho.value ? "yüksek" : "düşük";
}

/** A day that makes most of a window's movement is one among many to its ranks. */
function oneDay({leading}: DecouplingFinding, {asset, pen}: Facts): Text {
  const {day, share} = leading.largest;
  if (share.value <= 0.5) return [];
  return say`Sıralar büyüklüğü görmez: ${named(asset.symbol, "genitive", pen)} bu ${pen.count(leading.days)} gündeki getiri karelerinin ${suffixed(pen.share(share), "possessive")} tek bir günden, ${pen.day(day)} gününden geliyor; bu hesapta o da ötekiler gibi bir gün.`;
}

/** Fewer than one in ten. */
const seldom = 0.1;

/** How surprising the differences would be if nothing had changed. */
function chance(found: DecouplingFinding, {pen}: Facts): Text {
  const {windows, picked} = found;
  const many = windows.length > 1;
  const raw = figures(windows.map((one, i) => [i === 0 ? pen.isP(one.p) : pen.p(one.p)]));
  const adjusted = figures(windows.map(one => [pen.p(one.adjustedP)]));
  const tests = pen.counted(windowsCount(windows));
  const tested = say`sınanan ${tests} pencereye göre düzeltilince ${adjusted}`;
  if (picked)
    return say`Bu düzeltmeyle, bağ değişmemişken böyle farkların çıkma olasılığı: ${adjusted}.`;
  if (windows.every(one => one.verdict === "no-change-found")) {
    if (windows.every(one => one.p.value > 0.5))
      return say`Hiçbir şey değişmese de tesadüf çoğu kez bundan büyük farklar çıkarır (${raw}).`;
    if (!many) return say`Fark, tesadüfün sınırları içinde (${raw}).`;
    const least = Math.min(...windows.map(one => one.p.value));
    if (least >= found.level.value && least < seldom)
      return say`Farkların en belirgini tesadüfün seyrek çıkardığı türden, ama yeterince seyrek değil (${raw}; ${tested}).`;
    return least < found.level.value
      ? say`Tek başına sınırı aşacak fark, denenen birkaç pencereden biri olduğu için aşmıyor: ${raw}; ${tested}.`
      : say`Bu farklar tesadüfün sınırları içinde (${tests} pencereye göre düzeltilmiş ${figures(windows.map((one, i) => [i === 0 ? pen.isP(one.adjustedP) : pen.p(one.adjustedP)]))}).`;
  }
  return many
    ? say`Bağ değişmemiş olsaydı bu büyüklükte farkların çıkma olasılığı sırasıyla ${figures(windows.map(one => [pen.p(one.p)]))} olurdu; ${tested}.`
    : say`Bağ değişmemiş olsaydı bu büyüklükte bir farkın çıkma olasılığı ${pen.p(windows[0]!.p)} olurdu.`;
}

const windowsCount = (windows: readonly WindowResult[]) => ({
  ...decouplingWindows,
  value: windows.length,
  asOf: windows[0]!.p.asOf,
  origin: {formula: "windows tested", inputs: windows.map(({p}) => p.id)},
});

/** What these windows could have told from chance, where they told nothing. */
function visible({leading}: DecouplingFinding, {fixed, pen}: Facts): Text {
  if (leading.verdict !== "no-change-found") return [];
  const often = pen.worded(fixed.power, "beşte dört olasılıkla");
  const {visible: reach, baselineRho} = leading;
  if (reach.value < baselineRho.value / 2)
    return say`Çok şey fark edilmeden değişmiş olabilir: ${pen.count(leading.days)} günde ancak ${suffixed(pen.correlation(reach), "dative")} ya da altına inen bir korelasyon ${often} görülürdü.`;
  return say`Korelasyonun ${pen.count(leading.days)} günde ${suffixed(pen.correlation(leading.visible), "dative")} inmesi en az ${often} görülürdü, daha küçük bir düşüş daha seyrek.`;
}

/** A second test, and told as one: of the window and the days before it together. */
function since({leading, change}: DecouplingFinding, {pen}: Facts): Text {
  if (!change || leading.verdict === "no-change-found") return [];
  if (!change.since)
    return say`Ne zaman değiştiği söylenemiyor: zamanı bilinmeyen bir kırılmayı arayan ikinci test böyle bir kırılma bulamıyor (${pen.isP(change.p)}).`;
  const earlier =
    change.since < leading.from ? say`, bu ${pen.count(leading.days)} gün başlamadan önce,` : [];
  return say`Pencere ile öncesini birlikte alıp zamanı bilinmeyen bir kırılma arayan ikinci bir test ${suffixed(pen.day(change.since), "accusative")}${earlier} gösteriyor (${pen.isP(change.p)}); böyle tarihler bir hafta kadar yanılabilir.`;
}

/** What is left of the tie to the benchmark itself, beside the coins that follow it. */
function beyond({sector, benchmark, pen}: Facts): Text {
  if (!sector) return [];
  const {partial, shares, members, days} = sector;
  const index = say`öteki ${pen.counted(members)} büyük coinin endeksi`;
  const rho = say`${pen.count(days)} günlük kısmi sıra korelasyonu ${pen.correlation(partial)}`;
  if (shares.own.value >= 0.505)
    return say`Günlük varyansının büyük bölümünü, ${suffixed(pen.share(shares.own), "possessiveAccusative")}, ne ${pen.name(benchmark.name)} ne de ${index} açıklıyor (endeks hesaba katılınca ${named(benchmark.name, "instrumental", pen)} ${rho}).`;
  const left =
    Math.abs(partial.value) < 0.15
      ? say`${capital(index)} hesaba katılınca doğrudan ${named(benchmark.name, "dative", pen)} olan bağdan geriye neredeyse bir şey kalmıyor (${rho}).`
      : partial.value > 0
        ? say`Bağın bir bölümü doğrudan ${named(benchmark.name, "dative", pen)}: ${index} hesaba katıldığında da sürüyor (${rho}).`
        : say`${capital(index)} hesaba katılınca ${named(benchmark.name, "instrumental", pen)} ters yönde hareket ediyor (${rho}).`;
  return shares.sector.value > 0.1
    ? say`${left} Günlük varyansının ${suffixed(pen.share(shares.benchmark), "possessiveAccusative")} ${pen.name(benchmark.name)} açıklıyor; öteki coinler buna ${pen.share(shares.sector)} ekliyor.`
    : left;
}
