import type {Block, Section} from "../../model/article.ts";
import {decouplingWindows} from "../../model/figureNames.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {together} from "../story.ts";
import {causes} from "./causes.ts";
import {chart, table} from "./dependenceExhibits.ts";
import {suffixed} from "./suffix.ts";
import {figures, list, named} from "./words.ts";

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

function heading({leading, decoupled}: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const own = pen.name(asset.symbol);
  const other = (form: "dative" | "ablative" | "accusative") => named(benchmark.name, form, pen);
  switch (leading.verdict) {
    case "strengthened":
      return say`${other("dative")} daha yakın`;
    case "weakened":
      return decoupled
        ? say`${other("ablative")} ayrıştı`
        : say`${other("ablative")} uzaklaştı, şimdilik`;
    case "no-change-found":
      if (leading.rho.value < together) return say`${other("dative")} baştan beri gevşek bir bağ`;
      return leading.rho.value > leading.baselineRho.value
        ? say`${own} hâlâ ${other("accusative")} izliyor mu?`
        : say`${own} ${other("ablative")} koptu mu?`;
  }
}

function answer({leading, decoupled}: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const own = pen.name(asset.symbol);
  switch (leading.verdict) {
    case "no-change-found":
      if (leading.rho.value < together)
        return say`${own} ${named(benchmark.name, "accusative", pen)} önceden de gevşek izliyordu; görülebildiği kadarıyla bugün de öyle.`;
      return leading.rho.value > leading.baselineRho.value
        ? say`Görülebildiği kadarıyla evet.`
        : say`Koptuysa bile bu verilere yansıyacak kadar değil.`;
    case "strengthened":
      return say`${own} ${named(benchmark.name, "accusative", pen)} eskisinden daha yakından izliyor; fark, tesadüfle kolay açıklanamayacak kadar büyük.`;
    case "weakened":
      return decoupled
        ? say`${own} ${named(benchmark.name, "accusative", pen)} eskisinden daha az izliyor; fark, tesadüfle kolay açıklanamayacak kadar büyük.`
        : say`${own} ${named(benchmark.name, "accusative", pen)} eskisinden daha az izliyor, ama buna ayrışma denemez.`;
  }
}

/** A coin that was picked because it looked extreme is held to the p-value of all that was looked at. */
function pickedSentence({picked}: DecouplingFinding, {pen}: Facts): Text {
  if (!picked) return [];
  return say`Bu coin baştan belirlenmedi: ${pen.count(picked.universe)} coinlik bir taramada ${pen.count(picked.place)}. sırada çıktı ve uçta göründüğü için seçildi. Bu yüzden buradaki bütün p değerleri taramanın ${pen.count(picked.tests)} testine göre düzeltildi.`;
}

/** The windows side by side, as far apart or as close together as they lie. */
function windowsSentence(found: DecouplingFinding, facts: Facts): Text {
  const {windows, baseline} = found;
  const {pen} = facts;
  const lengths = list(windows.map(one => say`${pen.count(one.days)}`));
  const now = figures(windows.map(one => say`${pen.correlation(one.rho)}`));
  const before = figures(windows.map(one => say`${pen.correlation(one.baselineRho)}`));
  const values = windows.flatMap(one => [one.rho.value, one.baselineRho.value]);
  const close = Math.max(...values) - Math.min(...values) < 0.07;
  const higher = windows.filter(one => one.rho.value > one.baselineRho.value).length;
  const side = higher === windows.length ? "yüksek" : higher === 0 ? "düşük" : undefined;
  const numbers =
    windows.length === 1
      ? say`Günlük getirilerin sıra korelasyonu son ${lengths} günde ${now}, önceki ${pen.count(baseline)} günde ${before}.`
      : close
        ? say`Günlük getirilerin sıra korelasyonu hangi pencereye bakılsa aynı dolayda: son ${lengths} günde ${now}, her pencerenin öncesindeki ${pen.count(baseline)} günde ${before}.`
        : side
          ? say`Günlük getirilerin sıra korelasyonu bütün pencerelerde öncekinden ${side}: son ${lengths} günde ${now}, öncelerindeki ${pen.count(baseline)} günde ${before}.`
          : say`Günlük getirilerin sıra korelasyonu son ${lengths} günde sırasıyla ${now}. Her pencerenin öncesindeki ${pen.count(baseline)} günde bu değerler ${before}.`;
  return join([numbers, chance(found, facts)]);
}

/** How surprising the differences would be if nothing had changed. */
function chance(found: DecouplingFinding, {pen}: Facts): Text {
  const {windows, picked} = found;
  const many = windows.length > 1;
  const ps = figures(
    windows.map((one, i) => [i === 0 ? pen.isP(one.adjustedP) : pen.p(one.adjustedP)]),
  );
  if (windows.every(one => one.verdict === "no-change-found")) {
    const least = Math.min(...windows.map(one => one.adjustedP.value));
    if (least > 0.5)
      return say`Hiçbir şey değişmese de tesadüf çoğu kez bundan büyük farklar çıkarır (${ps}).`;
    if (least < 0.1)
      return many
        ? say`Farkların bir bölümü tesadüfün seyrek çıkardığı büyüklüğe yaklaşıyor, ama sınırı aşmıyor (${ps}).`
        : say`Fark, tesadüfün seyrek çıkardığı büyüklüğe yaklaşıyor, ama sınırı aşmıyor (${ps}).`;
    return many
      ? say`Bağ hiç değişmemiş olsaydı da bu farkların hiçbiri şaşırtıcı olmazdı (${ps}).`
      : say`Bağ hiç değişmemiş olsaydı da bu fark şaşırtıcı olmazdı (${ps}).`;
  }
  const adjusted = figures(windows.map(one => [pen.p(one.adjustedP)]));
  if (picked)
    return say`Bu düzeltmeyle, bağ değişmemişken böyle farkların çıkma olasılığı: ${adjusted}.`;
  return many
    ? say`Bağ değişmemiş olsaydı bu büyüklükte farkların çıkma olasılığı sırasıyla ${figures(windows.map(one => [pen.p(one.p)]))} olurdu; sınanan ${pen.counted(windowsCount(windows))} pencereye göre düzeltilince ${adjusted}.`
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
  const reach = leading.visible;
  const often = pen.worded(fixed.power, "beşte dört olasılıkla");
  const length = pen.count(leading.days);
  const fall = suffixed(pen.correlation(reach), "dative");
  if (reach.value <= 0)
    return say`Bu sonuç burada az şey söylüyor: önceki düzeyden, ancak eksiye (${pen.correlation(reach)}) inen bir korelasyon ${length} günde ${often} fark edilirdi.`;
  if (reach.value > 0.5)
    return say`Büyük bir değişiklik neredeyse dışlanabilir: korelasyon ${length} günde ${fall} inseydi bu, en az ${often} görülürdü.`;
  return reach.value > 0.2
    ? say`Bulunmaması, olmadığı anlamına gelmez; ama sınırı belli: bu coinin ${length} günlük getirileri ${fall} inen bir korelasyonu en az ${often} gösterirdi, daha küçük düşüşleri daha seyrek.`
    : say`Çok şey fark edilmeden değişmiş olabilir: ${length} günde ancak ${fall} inen bir korelasyon ${often} görülürdü.`;
}

/** A date only where the test for one rejects. */
function since({leading, change}: DecouplingFinding, {pen}: Facts): Text {
  if (!change || leading.verdict === "no-change-found") return [];
  return change.since
    ? say`Zamanı bilinmeyen bir değişikliği arayan test ${suffixed(pen.day(change.since), "accusative")} gösteriyor (${pen.isP(change.p)}); böyle tarihler bir hafta kadar yanılabilir.`
    : say`Ne zaman değiştiği söylenemiyor: zamanı bilinmeyen bir değişikliği arayan test bir tarih vermiyor (${pen.isP(change.p)}).`;
}

/** Whether it follows the benchmark itself, or the coins that do. */
function beyond({sector, benchmark, pen}: Facts): Text {
  if (!sector) return [];
  const {partial, shares, members, days} = sector;
  const index = say`öteki ${pen.counted(members)} büyük coinin endeksi`;
  const rho = say`${pen.count(days)} günlük kısmi sıra korelasyonu ${pen.correlation(partial)}`;
  const left =
    Math.abs(partial.value) < 0.15
      ? say`İzlediği, ${named(benchmark.name, "genitive", pen)} de parçası olduğu piyasa: ${index} hesaba katılınca bağdan geriye neredeyse bir şey kalmıyor (${rho}).`
      : partial.value > 0
        ? say`Bağın bir bölümü doğrudan ${named(benchmark.name, "dative", pen)}: ${index} hesaba katıldığında da sürüyor (${rho}).`
        : say`${index} hesaba katılınca ${named(benchmark.name, "instrumental", pen)} ters yönde hareket ediyor (${rho}).`;
  if (shares.own.value > 0.7)
    return say`${left} Günlük varyansının büyük bölümünü, ${suffixed(pen.share(shares.own), "possessiveAccusative")}, ne ${pen.name(benchmark.name)} ne de endeks açıklıyor.`;
  return shares.sector.value > 0.1
    ? say`${left} Günlük varyansının ${suffixed(pen.share(shares.benchmark), "possessiveAccusative")} ${pen.name(benchmark.name)} açıklıyor; öteki coinler buna ${pen.share(shares.sector)} ekliyor.`
    : left;
}
