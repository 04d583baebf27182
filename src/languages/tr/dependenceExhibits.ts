import type {Block, Table} from "../../model/article.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {plain, say, type Text} from "../../model/text.ts";
import {dependenceBody, drawnWindow} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart, type Pen} from "../../narrative/pen.ts";
import {chartWords} from "./charts.ts";
import {suffixed} from "./suffix.ts";
import {list, named, sourceLine} from "./words.ts";

export function chart(found: DecouplingFinding, facts: Facts): Block[] {
  const {days} = found.rolling;
  const {asset, benchmark, pen, fixed} = facts;
  if (days.length < 30) return [];
  const shown = drawnWindow(found);
  const [first, last] = [days[0]!, days.at(-1)!];
  const band = pen.share(fixed.band);
  const withOther = plain(named(benchmark.name, "instrumental", pen));
  const alt = say`${named(asset.name, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} kayan sıra korelasyonu, ${pen.day(first.date)} – ${pen.day(last.date)}: son değer ${pen.correlation(shown.rho)}, karşılaştırma dönemi ${pen.correlation(shown.baselineRho)}.`;
  return [
    {
      kind: "exhibit",
      title: say`${named(benchmark.name, "instrumental", pen)} günlük getirilerin sıra korelasyonu, kayan ${pen.count(shown.days)} gün, ${suffixed(band, "adjective")} güven bandıyla`,
      body: dependenceBody(found, facts, {
        alt,
        watermark: "Simülasyon",
        drawn: chartWords,
        labels: {
          rho: `${withOther} sıra korelasyonu`,
          band: `${plain(suffixed(band, "adjective"))} bant`,
          baseline: `Önceki ${pen.count(shown.baselineDays).print} gün:`,
        },
      }),
      source: sourceLine(
        found.sources,
        say`Pencereler en geç ${suffixed(pen.day(last.date), "locative")} bitiyor. Kesikli çizgi karşılaştırma döneminin düzeyi.`,
      ),
    },
  ];
}

/** "270", or "157, 127 ve 97" where the record is too short for all of it */
export function baselines(windows: readonly WindowResult[], pen: Pen): Text {
  const [first, ...others] = windows.map(({baselineDays}) => baselineDays);
  return others.every(({value}) => value === first?.value)
    ? say`${pen.count(first!)}`
    : list([first!, ...others].map(one => say`${pen.count(one)}`));
}

const verdicts: Readonly<Record<WindowResult["verdict"], string>> = {
  "no-change-found": "değişiklik bulunmadı",
  weakened: "zayıfladı",
  strengthened: "güçlendi",
};

export function table(found: DecouplingFinding, {pen, benchmark}: Facts): Block {
  const left = {align: "left" as const};
  const right = {align: "right" as const};
  const moved = found.leading.verdict !== "no-change-found";
  const body: Table = {
    columns: [
      {heading: say`Pencere`, ...left},
      {heading: say`Sıra kor.`, ...right},
      {heading: say`önce`, ...right},
      {heading: say`düz. p`, ...right},
      {heading: say`Beta`, ...right},
      {heading: say`önce`, ...right},
      ...(moved
        ? [
            {heading: say`betadan`, ...right},
            {heading: say`${pen.name(benchmark.name)} oynaklığından`, ...right},
            {heading: say`kendi oynaklığından`, ...right},
          ]
        : []),
      {heading: say`Sonuç`, ...left},
    ],
    rows: found.windows.map(one => {
      const {beta, benchmarkVolatility, ownVolatility} = one.cause;
      const [before, now] = apart([one.baselineBeta, one.beta], (figure, more) =>
        pen.beta(figure, 2 + more),
      );
      return [
        say`${pen.count(one.days)} gün`,
        say`${pen.correlation(one.rho)}`,
        say`${pen.correlation(one.baselineRho)}`,
        say`${pen.p(one.adjustedP)}`,
        say`${now}`,
        say`${before}`,
        ...(moved
          ? [beta, benchmarkVolatility, ownVolatility].map(part => say`${pen.part(part)}`)
          : []),
        say`${verdicts[one.verdict]}`,
      ];
    }),
  };
  return {
    kind: "exhibit",
    title: say`${moved ? "Korelasyon neden değişti: her" : "Her"} pencere, öncesindeki ${baselines(found.windows, pen)} günle yan yana`,
    body: {table: body},
    source: sourceLine(
      found.sources,
      say`${pen.day(found.leading.to)} tarihine kadar günlük logaritmik getiriler.${moved ? " Bileşenlerin toplamı, doğrusal korelasyondaki değişimi verir." : ""}`,
    ),
  };
}
