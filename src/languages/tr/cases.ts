import type {Block} from "../../model/article.ts";
import type {Case} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {
  CasesExhibit,
  CasesHeading,
  CasesSentence,
  CasesTable,
  FanChart,
} from "../../narrative/cases.ts";
import {casesBody} from "../../narrative/charts.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";
import {suffixed} from "./suffix.ts";
import {capital, figures, sourceLine} from "./words.ts";

export const casesHeadings: Words<CasesHeading> = {
  cases: ({from}) =>
    ({
      lively: say`Oynak bir başlangıçtan nereye`,
      quiet: say`Sakin bir başlangıçtan nereye`,
      usual: say`Fiyat nereye gidebilir`,
    })[from],
};

export const casesSentences: Words<CasesSentence> = {
  "leans-down": ({date, start, drift}, {pen}) =>
    say`${pen.day(date)} için sonuçların çoğu bugünkü ${suffixed(pen.price(start), "genitive")} altında: medyan, ölçümdeki coinlerde görüldüğü gibi bugünkünün ${pen.size(drift)} altında (bkz. Yöntem).`,
  "base-borders"({date, low, high, beyond}, {pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    const day = pen.day(date);
    switch (beyond) {
      case "low":
        return say`${day} için ayı senaryosu ${suffixed(from, "ablative")} başlıyor; son bir yılda bundan düşük kapanış yok.`;
      case "high":
        return say`${day} için boğa senaryosu ${suffixed(to, "ablative")} başlıyor; son bir yılda bundan yüksek kapanış yok.`;
      case "both":
        return say`${day} için temel senaryo (${from} ile ${to} arası), son bir yılın kapanış aralığından geniş.`;
      case "none":
        return say`${day} için temel senaryonun uçları, ${from} ve ${to}, son bir yılın kapanışları arasında kalıyor.`;
    }
  },
  "starting-swings": ({are, now, usual}, {pen}) => {
    const swings = say`Günlük oynaklık ${pen.volatility(now, 1)}, olağan düzeyi ${pen.volatility(usual, 1)}`;
    return are === "calm"
      ? say`${swings}; yakın aralıklar bu yüzden dar, ama çabuk açılıyor.`
      : say`${swings}; yakın aralıklar bu yüzden geniş.`;
  },
};

const half = ({fixed, pen}: Telling) => pen.worded(fixed.half, "yarısı");

function between(low: FanChart["start"], high: FanChart["start"], {pen}: Telling): Text {
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`${from} ile ${to} arasında`;
}

export const casesExhibits: Words<CasesExhibit, Block> = {
  "cases-chart": chart,
  "cases-table": table,
};

const seenIn: Readonly<Record<FanChart["seen"], string>> = {
  below: "çoğu bugünkü fiyatın altında",
  above: "çoğu bugünkü fiyatın üstünde",
  "more-below": "aşağısı yukarısından uzak",
  "more-above": "yukarısı aşağısından uzak",
  even: "aşağısı ile yukarısı eşit uzaklıkta",
};

function chart(
  {seen, drawn, date, days, quantiles, start, sources}: FanChart,
  telling: Telling,
): Block {
  const {asset, fixed, pen} = telling;
  const {p5, p25, p75, p95} = quantiles;
  const alt = say`${pen.name(asset.name)} için ${pen.day(date)} gününe kadar simüle edilen aralık: sonuçların ${half(telling)} ${between(p25, p75, telling)}, ${pen.worded(fixed.nineTenths, "onda dokuzu")} ${between(p5, p95, telling)}.`;
  return {
    kind: "exhibit",
    title: say`${capital([pen.day(date)])} için ${seenIn[seen]}`,
    body: casesBody(drawn, telling, {
      alt,
      watermark: "Simülasyon",
      labels: {
        price: `${asset.symbol}, ABD doları`,
        logarithmic: "logaritmik ölçek",
        bear: "Ayı",
        base: "Temel",
        bull: "Boğa",
        band50: "%50",
        band80: "%80",
        band90: "%90",
      },
    }),
    source: sourceLine(
      sources,
      say`${pen.name(asset.symbol)} kapanışları ve ${pen.instant(start.asOf)} fiyatından başlayan, ${pen.count(days)} günlük Assay simülasyonu.`,
    ),
  };
}

const caseNames = {bear: "Ayı", base: "Temel", bull: "Boğa"} as const;

const tableTitles: Readonly<Record<CasesTable["price"], Text>> = {
  "in-bear": say`Fiyat şimdiden ayı senaryosunda`,
  "in-bull": say`Fiyat şimdiden boğa senaryosunda`,
  "nearer-bear": say`Ayı senaryosu daha yakın`,
  "nearer-bull": say`Boğa senaryosu daha yakın`,
  between: say`Ayı, temel ve boğa`,
};

function table({sets, start, price, silent, record, sources}: CasesTable, telling: Telling): Block {
  const {pen} = telling;
  return {
    kind: "exhibit",
    title: tableTitles[price],
    body: {
      table: {
        columns: [
          {heading: say`Tarih`, align: "left"},
          {heading: say`Senaryo`, align: "left"},
          {heading: say`Olasılık`, align: "right"},
          {heading: say`Aralık`, align: "right"},
          {heading: say`İlk işaret`, align: "left"},
        ],
        rows: sets.flatMap(({date, cases}) =>
          cases.map((one, i) => [
            i === 0 ? say`${pen.day(date)}` : say``,
            say`${caseNames[one.name]}`,
            say`${pen.share(one.probability)}`,
            range(one, telling),
            firstSign(one, telling),
          ]),
        ),
      },
    },
    source: sourceLine(
      sources,
      say`Assay simülasyonu; başlangıç, ${pen.instant(start.asOf)} fiyatı. İlk işaret, logaritmik ölçekte sınıra giden yolun ortasıdır.${silent ? say` ${pen.day(silent)} için aralık öyle geniş ki neredeyse hiçbir şey söylemiyor.` : []} ${recordOf(record, telling)}`,
    ),
  };
}

function range({low, high}: Case, {pen}: Telling): Text {
  if (!low) return say`${suffixed(pen.roughPrice(high!), "genitive")} altında`;
  if (!high) return say`${suffixed(pen.roughPrice(low), "genitive")} üstünde`;
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`${from} ile ${to} arası`;
}

function firstSign({name, trigger}: Case, {pen}: Telling): Text {
  if (name === "base") return say`işaret yok`;
  if (!trigger) return say`fiyat şimdiden orada`;
  return say`${suffixed(pen.roughPrice(trigger), "genitive")} ${name === "bear" ? "altında" : "üstünde"} kapanış`;
}

/** The record of calibration, beside the cases that it is of; where it is of later days, as such. */
function recordOf(record: CasesTable["record"], {asset, pen}: Telling): Text {
  if (record.known === "never")
    return say`Bu yolla kurulan aralıkların ne sıklıkla tuttuğu coinlerde ölçüldü; ${noun(asset)} için ölçülmedi.`;
  const {known, held, coins, until} = record;
  const shares = figures(
    held.map((one, i, all) => {
      const share = pen.share(one, 1);
      return i === all.length - 1 ? suffixed(share, "possessiveAccusative") : [share];
    }),
  );
  const told = say`Bu yolla kurulan temel aralıklar ${pen.count(coins)} coinde, ufuk sırasıyla, gerçekleşenlerin ${shares} kapsadı`;
  return known === "later"
    ? say`${told}: yöntemin ${pen.day(until)} tarihine kadar uzanan sonraki kaydı, bu notun gününde bilinmiyordu (bkz. Yöntem).`
    : say`${told} (bkz. Yöntem).`;
}
