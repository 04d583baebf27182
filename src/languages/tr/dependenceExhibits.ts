import type {Block} from "../../model/article.ts";
import {plain, say} from "../../model/text.ts";
import {dependenceBody} from "../../narrative/charts.ts";
import type {DependenceExhibit} from "../../narrative/dependence.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {RowVerdict, TieChart, WindowsTable} from "../../narrative/tieExhibits.ts";
import {causesExhibit} from "./causes.ts";
import {suffixed} from "./suffix.ts";
import {list, named, sourceLine} from "./words.ts";

export const dependenceExhibits: Words<DependenceExhibit, Block> = {
  "tie-chart": chart,
  "windows-table": windows,
  "causes-table": causesExhibit,
};

function seenOf({seen}: TieChart, {pen}: Telling) {
  switch (seen.line) {
    case "above":
      return say`${suffixed(pen.day(seen.since), "ablative")} bu yana önceki düzeyinin üstünde`;
    case "below":
      return say`${suffixed(pen.day(seen.since), "ablative")} bu yana önceki düzeyinin altında`;
    case "above-throughout":
      return say`Baştan beri önceki düzeyinin üstünde`;
    case "below-throughout":
      return say`Baştan beri önceki düzeyinin altında`;
  }
}

function chart(point: TieChart, telling: Telling): Block {
  const {asset, benchmark, fixed, pen} = telling;
  const {from, to, days, baselineDays, rho, baselineRho, drawn, sources} = point;
  const band = suffixed(pen.share(fixed.band), "adjective");
  const withOther = named(benchmark.name, "instrumental", pen);
  const alt = say`${named(asset.name, "genitive", pen)} ${withOther} kayan sıra korelasyonu, ${pen.day(from)} – ${pen.day(to)}: son değer ${pen.correlation(rho)}, karşılaştırma dönemi ${pen.correlation(baselineRho)}.`;
  return {
    kind: "exhibit",
    title: seenOf(point, telling),
    body: dependenceBody(drawn, telling, {
      alt,
      watermark: "Simülasyon",
      labels: {
        rho: `${plain(withOther)} sıra korelasyonu`,
        band: `${plain(band)} bant`,
        baseline: `Önceki ${pen.count(baselineDays).print} gün:`,
      },
    }),
    source: sourceLine(
      sources,
      say`${withOther} günlük getirilerin ${pen.count(days)} günlük kayan sıra korelasyonu, ${band} güven bandıyla, ${suffixed(pen.day(to), "dative")} kadar. Kesikli çizgi önceki ${pen.count(baselineDays)} günün düzeyi.`,
    ),
  };
}

const verdicts: Readonly<Record<RowVerdict, string>> = {
  strengthened: "güçlendi",
  weakened: "zayıfladı",
  "no-change-found": "değişiklik bulunmadı",
  "turned-negative": "eksiye döndü",
  "turned-positive": "artıya döndü",
};

function windows({agreement, rows, to, sources}: WindowsTable, {benchmark, pen}: Telling): Block {
  const baselines = [
    ...new Map(rows.map(one => [one.baselineDays.value, one.baselineDays])).values(),
  ];
  const left = {align: "left"} as const;
  const right = {align: "right"} as const;
  return {
    kind: "exhibit",
    title:
      agreement === "all" ? say`Bütün süreler aynısını söylüyor` : say`Her süre bunu göstermiyor`,
    body: {
      table: {
        columns: [
          {heading: say`Süre`, ...left},
          {heading: say`Sıra kor.`, ...right},
          {heading: say`önce`, ...right},
          {heading: say`düz. p`, ...right},
          {heading: say`Sonuç`, ...left},
        ],
        rows: rows.map(one => [
          say`${pen.count(one.days)} gün`,
          say`${pen.correlation(one.rho)}`,
          say`${pen.correlation(one.baselineRho)}`,
          say`${pen.p(one.p)}`,
          say`${verdicts[one.verdict]}`,
        ]),
      },
    },
    source: sourceLine(
      sources,
      say`${named(benchmark.name, "instrumental", pen)} günlük logaritmik getirilerin sıra korelasyonu, ${suffixed(pen.day(to), "dative")} kadar; her süre, öncesindeki ${list(baselines.map(one => say`${pen.count(one)}`))} günle yan yana.`,
    ),
  };
}
