import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Cause, CausesAgreement, CausesSentence, CausesTable} from "../../narrative/causes.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {suffixed} from "./suffix.ts";
import {capital, named, sourceLine} from "./words.ts";

export const causeSentences: Words<CausesSentence> = {
  "causes-none": () => say`Alttaki bileşenler pek değişmedi.`,
  "cause-alone": ({cause}, telling) =>
    say`Değişimi tek başına getiren şu: ${went(cause, telling)}.`,
  "causes-together": ({first, second}, telling) =>
    say`Değişim tek etkenden gelmedi: ${went(first, telling)}; ${went(second, telling)}.`,
  "causes-apart": ({first, second}, telling) =>
    say`${capital(went(first, telling))}, bu da korelasyonu ${did(first)}; ${went(second, telling)}, bu ise onu ${did(second)}.`,
};

const did = ({part}: Cause) => (part.value > 0 ? "yükseltti" : "düşürdü");

/** "Bitcoin’in kendi günlük dalgalanması %1,8’den %3,6’ya çıktı" */
function went(cause: Cause, telling: Telling): Text {
  const {asset, benchmark, pen, fixed} = telling;
  const [from, to] = endsOf(cause, telling);
  const verb = cause.ends[1].value > cause.ends[0].value ? "çıktı" : "indi";
  const move = say`${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${verb}`;
  switch (cause.what) {
    case "answer":
      return say`${named(benchmark.name, "genitive", pen)} ${suffixed(pen.size(fixed.percent, 0), "adjective")} hareketine yanıtı ${move}`;
    case "benchmark-swings":
      return say`${named(benchmark.name, "genitive", pen)} kendi günlük dalgalanması ${move}`;
    case "own-swings":
      return say`${named(asset.symbol, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} açıklanmayan günlük dalgalanması ${move}`;
  }
}

const endsOf = (cause: Cause, {pen}: Telling) =>
  cause.what === "answer"
    ? apart(cause.ends, (one, more) => pen.answer(one, 1 + more))
    : apart(cause.ends, (one, more) => pen.volatility(one, 1 + more));

const captions: Readonly<Record<CausesAgreement, string>> = {
  "causes-none": "Öne çıkan bir etken yok",
  "cause-alone": "Tek etken",
  "causes-together": "Birden çok etken",
  "causes-apart": "Ters yönde çeken etkenler",
};

export function causesExhibit(point: CausesTable, telling: Telling): Block {
  const {agreement, causes, pearson, days, baselineDays, to, sources} = point;
  const {asset, benchmark, pen, fixed} = telling;
  const others = named(benchmark.name, "genitive", pen);
  const labels: Readonly<Record<Cause["what"], Text>> = {
    answer: say`${others} ${suffixed(pen.size(fixed.percent, 0), "adjective")} hareketine yanıt`,
    "benchmark-swings": say`${others} günlük dalgalanması`,
    "own-swings": say`${named(asset.symbol, "genitive", pen)} kendi günlük dalgalanması`,
  };
  const left = {align: "left"} as const;
  const right = {align: "right"} as const;
  return {
    kind: "exhibit",
    title: say`${captions[agreement]}`,
    body: {
      table: {
        columns: [
          {heading: say`Etken`, ...left},
          {heading: say`önce`, ...right},
          {heading: say`şimdi`, ...right},
          {heading: say`etkisi`, ...right},
        ],
        rows: [
          ...causes.map(cause => {
            const [from, now] = endsOf(cause, telling);
            return [labels[cause.what], say`${from}`, say`${now}`, say`${pen.part(cause.part)}`];
          }),
          [
            say`Doğrusal korelasyon`,
            ...apart(pearson, (one, more) => pen.correlation(one, 2 + more)).map(one => [one]),
            say``,
          ],
        ],
      },
    },
    source: sourceLine(
      sources,
      say`${pen.day(to)} ile biten ${pen.count(days)} gün ve önceki ${pen.count(baselineDays)} gün; etkilerin toplamı doğrusal korelasyondaki değişimi verir.`,
    ),
  };
}
