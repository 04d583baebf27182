import {say} from "../../model/text.ts";
import type {LiquidityHeading, LiquiditySentence} from "../../narrative/liquidity.ts";
import type {Words} from "../../narrative/point.ts";
import {suffixed} from "./suffix.ts";
import {capital, moved, named} from "./words.ts";

export const liquidityHeadings: Words<LiquidityHeading> = {
  busiest({side, precedent}, {pen}) {
    const more = side === "more" ? "hareketli" : "sakin";
    switch (precedent.rank) {
      case "none":
        return say`Önceki ${pen.count(precedent.earlier)} günün hiçbiri daha ${more} değildi`;
      case "few":
        return say`Önceki ${pen.count(precedent.earlier)} günün yalnızca ${suffixed(pen.counted(precedent.beyond), "possessive")} daha ${more}`;
      case "since":
        return say`${suffixed(pen.day(precedent.last), "ablative")} bu yana en ${more} gün`;
    }
  },
  "turned-over-whole": () => say`Bir günde kendi değerinden fazlası el değiştirdi`,
  "traded-for-size": ({side}) =>
    side === "more" ? say`Büyüklüğüne göre çok işlem` : say`Büyüklüğüne göre az işlem`,
  "where-traded": () => say`Nerede işlem görüyor`,
  "changed-hands": () => say`El değiştiren`,
};

export const liquiditySentences: Words<LiquiditySentence> = {
  traded({volume, turnover, digits, cap, amount}, {asset, pen}) {
    const part = suffixed(pen.ratio(turnover, digits), "possessive");
    const whole = cap === "circulating" ? "piyasa değerinin" : "kaynaktaki piyasa değerinin";
    const changed = say`Son bir günde ${suffixed(pen.money(volume), "adjective")} ${pen.name(asset.symbol)} el değiştirdi`;
    return amount === "whole"
      ? say`${changed}: ${whole} ${part}, yani bütününden fazlası.`
      : say`${changed}; bu, ${whole} ${part}.`;
  },
  rounded: ({ofShown}, {pen}) =>
    say`Oran kaynağın kendi hesabı; kaynağın yuvarlayarak yazdığı hacim ve değerden ${pen.ratio(ofShown, 2)} çıkıyor.`,
  "turnover-beside-coins"({side, standing, below, size, median}, {pen}) {
    const share = suffixed(pen.share(below), "possessiveLocative");
    const lower =
      side === "more"
        ? say`verisi bilinen en büyük ${pen.count(size)} coinin ${share} oran daha düşük`
        : say`verisi bilinen en büyük ${pen.count(size)} coinin yalnızca ${share} oran daha da düşük`;
    switch (standing) {
      case "first":
        return say`${capital(lower)}; medyan ${pen.ratio(median)}.`;
      case "agrees":
        return say`Öteki coinlerin yanında da ${side === "more" ? "yüksek" : "düşük"}: ${lower}.`;
      case "differs":
        return say`Öteki coinlerin yanında ise ${side === "more" ? "yüksek" : "düşük"}: ${lower}.`;
    }
  },
  "turnover-beside-days"({side, standing, percentile, days: count, median}, {pen}) {
    const share = suffixed(pen.share(percentile), "possessiveLocative");
    const lower =
      side === "more"
        ? say`son ${pen.count(count)} günün ${share} oran daha düşüktü`
        : say`son ${pen.count(count)} günün yalnızca ${share} oran daha da düşüktü`;
    switch (standing) {
      case "first":
        return say`Kendi geçmişinde ${lower}; o günlerin medyanı ${pen.ratio(median)}.`;
      case "agrees":
        return say`Kendi geçmişine göre de ${side === "more" ? "yüksek" : "düşük"}: ${lower}.`;
      case "differs":
        return say`Kendi geçmişine göre ise ${side === "more" ? "yüksek" : "düşük"}: ${lower}.`;
    }
  },
  "volume-beside-days"({side, standing, precedent, median}, {pen}) {
    const usual = say`önceki yılda bir günün medyanı ${pen.money(median)}`;
    const more = side === "more" ? "hareketli" : "sakin";
    const place = (() => {
      switch (precedent.rank) {
        case "none":
          return say`kayıtlı ${pen.count(precedent.earlier)} günün hiçbiri daha ${more} değildi`;
        case "few":
          return say`kayıtlı ${pen.count(precedent.earlier)} günün ${suffixed(pen.counted(precedent.beyond), "possessive")} daha ${more} geçmişti`;
        case "since":
          return say`bundan ${more} son gün ${pen.day(precedent.last)}`;
      }
    })();
    switch (standing) {
      case "first":
        return say`${capital(usual)}; ${place}.`;
      case "agrees":
        return say`Kendi geçmişine göre de ${side === "more" ? "çok" : "az"}: ${usual}.`;
      case "differs":
        return say`Kendi geçmişine göre ise ${side === "more" ? "çok" : "az"}: ${usual}.`;
    }
  },
  "weekend-day": ({day}) => (day === "saturday" ? say`Gün cumartesiydi.` : say`Gün pazardı.`),
  "traded-in-place": ({change}, {pen}) =>
    say`Bu kadar işleme karşın fiyat neredeyse yerinde kaldı: ${moved(change, pen)}.`,
  "thin-for-order": ({share, amount}, {pen}) =>
    say`${suffixed(pen.money(amount), "adjective")} tek bir emir o günkü işlemlerin ${suffixed(pen.share(share), "possessiveAccusative")} oluştururdu; ne kadar işlem yapılabileceği ayrı bir konu.`,
  venues({spread, count, largest, largestShare, depthUp, depthDown}, {pen, fixed}) {
    const at =
      spread === "most-at-one"
        ? say`Hacmin çoğu, ${suffixed(pen.share(largestShare), "possessive")}, kaynağın listelediği ${pen.count(count)} işlem yerinden birinde, ${named(largest, "locative", pen)}.`
        : say`Hacim, kaynağın listelediği ${pen.count(count)} işlem yerine dağılıyor; en büyük pay ${suffixed(pen.share(largestShare), "instrumental")} ${named(largest, "genitive", pen)}.`;
    if (!depthUp || !depthDown) return at;
    return say`${at} Tümünde birden ${suffixed(pen.money(depthDown), "adjective")} satış fiyatı ${pen.size(fixed.depth, 0)} aşağı, ${suffixed(pen.money(depthUp), "adjective")} alış aynı ölçüde yukarı iterdi.`;
  },
};
