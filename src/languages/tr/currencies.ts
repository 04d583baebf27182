import {join, say} from "../../model/text.ts";
import type {CurrenciesHeading, CurrenciesSentence} from "../../narrative/currencies.ts";
import type {Words} from "../../narrative/point.ts";
import {quoteName} from "./quotes.ts";
import {suffixed} from "./suffix.ts";
import {againstClass, classWords, list, moved, named, rose} from "./words.ts";

export const currenciesHeadings: Words<CurrenciesHeading> = {
  "turns-in-coins": ({dollars}) =>
    dollars === "up"
      ? say`Dolar karşısında yukarı, coinler karşısında aşağı`
      : say`Dolar karşısında aşağı, coinler karşısında yukarı`,
  "same-in-all": ({way}) =>
    way === "up" ? say`Bütün paritelerde yükseliş` : say`Bütün paritelerde düşüş`,
  "one-against-all": ({one, way}) =>
    way === "up"
      ? say`Yalnızca ${quoteName(one.quote, "dative")} karşı düşüş`
      : say`Yalnızca ${quoteName(one.quote, "dative")} karşı yükseliş`,
  "turns-without-left-out": () => say`Öteki paritelerde görünüm ve elemenin etkisi`,
  "in-other-currencies": () => say`Başka para birimleriyle`,
  "in-few": ({quotes}) =>
    say`${list(quotes.map(quote => quoteName(quote, "instrumental")))} ölçüldüğünde`,
};

const verb = (way: "up" | "down") => (way === "up" ? "yükseldi" : "geriledi");

export const currenciesSentences: Words<CurrenciesSentence> = {
  "priced-in-few": ({quotes}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${list(
      quotes.map(
        ({quote, change}) => say`${quoteName(quote, "dative")} karşı ${moved(change, pen)}`,
      ),
    )}.`,
  "against-every-quote": ({way, quotes}, {asset, pen}) =>
    say`${pen.name(asset.symbol)}, kayıttaki ${pen.count(quotes)} paritenin hepsinde ${verb(way)}.`,
  "against-all-but": ({exceptions, way}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} yalnızca ${list(exceptions.map(({quote, change}) => say`${quoteName(quote, "dative")} karşı (${pen.size(change, 2)})`))} ${way === "up" ? "geriledi" : "yükseldi"}, kayıttaki öteki paritelerin hepsinde ${verb(way)}.`,
  "against-classes"({ways}, {asset, pen}) {
    const clauses = ways.map(({way, counted, named: single}) => {
      const classes = counted.map(({class: name, live, up, down, share}) => {
        const quotes = say`güncel ${pen.counted(live)} ${classWords[name]} paritesinin`;
        return share === "all"
          ? say`${quotes} hepsinde`
          : say`${quotes} ${suffixed(pen.counted(way === "up" ? up : down), "possessiveLocative")}`;
      });
      const each = single.map(
        ({quote, change}) => say`${quoteName(quote)} paritesinde (${pen.change(change, 2)})`,
      );
      return say`${list([...classes, ...each])} ${verb(way)}`;
    });
    return say`${pen.name(asset.symbol)}, ${join(clauses, "; ")}.`;
  },
  "quotes-moved": ({legs}, {pen}) =>
    say`Dolara karşı ${join(
      legs.map(({quote, own}) => say`${quoteName(quote)} ${moved(own, pen)}`),
      ", ",
    )}.`,
  "priced-in-benchmark"({by, change, own}, {benchmark, pen}) {
    const other = pen.name(benchmark.name);
    switch (by) {
      case "turning-move":
        return say`${named(benchmark.name, "instrumental", pen)} fiyatlandığında işaret dönüyor: ${other} ${moved(own, pen)}, ona karşı değişim ${pen.change(change)}.`;
      case "own-move":
        return say`Kendisi ${rose(own) ? say`${pen.size(own)} yükselen` : say`${pen.size(own)} gerileyen`} ${named(benchmark.name, "dative", pen)} karşı ${moved(change, pen)}.`;
    }
  },
  "markets-shut": ({hours}, {pen, fixed}) =>
    hours === "part"
      ? say`Döviz ve metal piyasaları bu ${pen.count(fixed.hours)} saatin bir bölümünde kapalıydı; oradaki hareketler cumadan kalma olabilir.`
      : say`Hafta sonuydu: döviz ve metal piyasaları bu ${pen.count(fixed.hours)} saatin çoğunda kapalıydı; oradaki hareketler cumadan kalma ya da fiyatlar güncellenmemiş.`,
  "left-out-turns"({classes, medians}) {
    const names = list(classes.map(name => say`${againstClass[name]}`));
    return medians === "tiny"
      ? say`Aykırıların elenmesi ${names} işareti çeviriyor; ancak oradaki medyan her hâlde yok denecek kadar küçük.`
      : say`Aykırıların elenmesi ${names} işareti çeviriyor. Bu başlı başına bir bulgu: oradaki yön, neyin elendiğine bağlı.`;
  },
};
