import type {Block} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import {quotesBody} from "../../narrative/charts.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {QuotesExhibit} from "../../narrative/quotesExhibit.ts";
import {quoteName} from "./quotes.ts";
import {againstClass, classWords, list, named, sourceLine} from "./words.ts";

export const quotesExhibits: Words<QuotesExhibit, Block> = {
  "change-by-quote"(point, telling) {
    const {asset, pen} = telling;
    return {
      kind: "exhibit",
      title: seen(point),
      body: quotesBody(point.bars, telling, {
        alt: say`${named(asset.name, "genitive", pen)} paritelere göre değişimi, sınıf sınıf; elenenler işaretli.`,
        watermark: "Simülasyon",
        labels: {
          change: `${asset.symbol}, karşı birime göre değişim`,
          classes: {fiat: "Para birimleri", crypto: "Coinler", metal: "Metaller"},
          statuses: {
            live: "sayıma giren",
            excluded: "aykırı, elendi",
            stale: "hareketsiz",
            derived: "sabitli ya da alt birim",
          },
          median: "medyan",
        },
      }),
      source: sourceLine(
        point.sources,
        join([
          say`${pen.name(asset.symbol)}, paritelere göre günlük değişim; ${pen.instant(point.asOf)} itibarıyla.`,
          basis(point, telling),
          medians(point, telling),
          without(point, telling),
          notCounted(point, telling),
          tests(point, telling),
        ]),
      ),
    };
  },
};

function seen({ways, best, worst}: QuotesExhibit): Text {
  const most = quoteName(best.quote, "dative");
  const least = quoteName(worst.quote, "dative");
  switch (ways) {
    case "up":
      return say`En çok ${most}, en az ${least} karşı yükseldi`;
    case "down":
      return say`En çok ${least}, en az ${most} karşı geriledi`;
    case "both":
      return say`Yükselişte başta ${quoteName(best.quote)}, düşüşte ${quoteName(worst.quote)}`;
  }
}

function basis({basis: found}: QuotesExhibit, {asset, pen}: Telling): Text {
  switch (found.kind) {
    case "as-answered":
      return [];
    case "derived":
      return say`Kaynak ${pen.name(asset.symbol)} için böyle bir tablo vermiyor; karşı birimlerin hareketleri ${pen.name(found.reference.name)} satırından alınıp ${named(asset.symbol, "genitive", pen)} dolarla değişimine uygulandı.`;
    case "between-closes":
      return say`Değişimler ${pen.day(found.from)} gün sonundan ${pen.day(found.to)} gün sonuna kadardır; döviz kurları her gün kendi saatinde belirlenir.`;
  }
}

const medians = ({medians: all}: QuotesExhibit, {pen}: Telling): Text =>
  all.length > 0
    ? say`Medyanlar: ${join(
        all.map(one => say`${againstClass[one.class]} ${pen.change(one.median)}`),
        "; ",
      )}.`
    : [];

/** What the rule left out, and what it changes. */
function without({leftOut}: QuotesExhibit, {pen}: Telling): Text {
  if (!leftOut) return [];
  const {count, quotes, most} = leftOut;
  const each = list(
    quotes.map(({code, change, z}) => say`${code} (${pen.change(change)}; z ${pen.z(z)})`),
  );
  const then = most
    ? say`; katılsa${quotes.length > 1 ? "lar" : ""}, ${againstClass[most.class]} medyan ${pen.change(most.median, 2)} yerine ${pen.change(most.medianWithExcluded, 2)} olurdu`
    : [];
  return say`Yöntemdeki kurala göre aykırı bulunan ${pen.counted(count)} parite medyana katılmadı: ${each}${then}.`;
}

/** What stands in the chart and in no count, with why. */
function notCounted({stale, derived, itself}: QuotesExhibit, {asset, pen}: Telling): Text {
  const still = [
    ...stale.classes.map(name => say`kayıttaki bütün ${classWords[name]} pariteleri`),
    ...stale.codes.map(code => [code]),
  ];
  const parts = [
    ...(still.length > 0 ? [say`${list(still)} (hareketsiz)`] : []),
    ...(derived.length > 0
      ? [
          say`${list(derived.map(code => [code]))} (tablodaki bir birime sabitli ya da onun alt birimi)`,
        ]
      : []),
    ...(itself === "left-out"
      ? [say`${named(asset.symbol, "genitive", pen)} kendisiyle fiyatı`]
      : []),
  ];
  return parts.length > 0 ? say`Sayıma girmeyenler: ${join(parts, "; ")}.` : [];
}

function tests({tested, untested}: QuotesExhibit, {pen}: Telling): Text {
  const none =
    tested.length > 0
      ? say`Aykırı değer kuralının sınadığı ${list(tested.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]}`))} paritesinden elenen yok.`
      : [];
  const few = untested
    ? say`Aykırı değer sınaması için bir sınıfta en az ${pen.counted(untested.needed)} parite gerekir; sayısı yetmeyen: ${list(untested.classes.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]} paritesi`))}.`
    : [];
  return join([none, few]);
}
