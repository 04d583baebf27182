import type {Section} from "../../model/article.ts";
import type {RulerFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {quoteName} from "./quotes.ts";
import {distance} from "./rare.ts";
import {suffixed} from "./suffix.ts";
import {capital, rose} from "./words.ts";

/** What it is made to be worth, and how far it lies from that. */
export function ruler(facts: Facts): Section | undefined {
  const {ruler: found} = facts;
  if (!found) return undefined;
  const paragraphs = [join([gap(facts), duration(facts)]), low(facts), day(facts)].filter(
    text => text.length > 0,
  );
  return {
    heading: found.gap
      ? say`${found.code === "usd" ? "Bir dolara" : quoteName(found.code, "dative")} ne kadar uzak`
      : say`${quoteName(found.code, "genitive")} yanında`,
    blocks: paragraphs.map(text => ({kind: "paragraph" as const, text})),
  };
}

/** "bir doların", "temsil ettiği altının" */
export const worth = ({code}: RulerFinding): Text =>
  code === "usd" ? ["bir doların"] : say`temsil ettiği ${quoteName(code, "genitive")}`;

function gap(facts: Facts): Text {
  const {ruler: found, state, asset, pen} = facts;
  if (!found?.gap) return [];
  const stands = state.priceIs === "close" ? "kapanış" : "fiyat";
  if (found.code !== "usd")
    return say`${pen.name(asset.symbol)} ${quoteName(found.code, "accusative")} temsil ediyor; ${stands} ${pen.price(state.price)}, ${found.gap.value === 0 ? "onunla aynı düzeyde" : say`bunun ${pen.gap(found.gap)} ${found.gap.value > 0 ? "üzerinde" : "altında"}`}.`;
  return say`${pen.name(asset.symbol)} bir dolar değerinde olmak üzere tasarlandı; ${stands} ${pen.price(state.price)}, ${distance(facts, worth(found))}.`;
}

/** How often it lay as far off, on this side. */
export function gapRecord({ruler: found, pen}: Facts): Text {
  const record = found?.record;
  if (!record || !found?.gap || found.gap.value === 0) return [];
  const side = found.gap.value > 0 ? "üzerinde" : "altında";
  const {beyond, earlier, from, last} = record;
  const closes = say`${suffixed(pen.day(from), "ablative")} bu yana kayıtlı ${pen.count(earlier)} kapanışın`;
  if (!last) return say`${closes} hiçbiri bu kadar ${side} değildi.`;
  return say`${closes} ${suffixed(pen.counted(beyond), "possessive")} en az bu kadar ${side} kaldı, sonuncusu ${pen.day(last)}.`;
}

/** Of the year before, or of as much of it as is on record, on either side. */
export function widest({ruler: found, pen}: Facts): Text {
  const one = found?.widest;
  if (!one || one.figure.value === 0) return [];
  const span = one.since
    ? say`${capital(suffixed(pen.day(one.since), "ablative"))} bu yana kayıtlı en büyük sapma`
    : say`Önceki yılın en büyük sapması`;
  return say`${span} ${suffixed(pen.day(one.day), "locative")} görüldü: ${pen.gap(one.figure)} ${one.figure.value > 0 ? "üzerinde" : "altında"}.`;
}

function duration({ruler: found, fixed, pen}: Facts): Text {
  const off = found?.off;
  if (!off || off.value < 2) return [];
  return say`Sapması ${suffixed(pen.size(fixed.percent, 0), "accusative")} aşan kapanışlar ${pen.count(off)} gündür sürüyor.`;
}

function low({ruler: found, pen}: Facts): Text {
  const one = found?.low;
  if (!one || one.gap.value > -0.001) return [];
  const {price, gap: below, earlier, from, last} = one;
  const touched = say`Gün içinde fiyat ${suffixed(pen.price(price), "dative")} kadar indi, bir doların ${pen.gap(below)} altına`;
  return last
    ? say`${touched}; bu kadar düştüğü son gün ${pen.day(last)}.`
    : say`${touched}; ${suffixed(pen.day(from), "ablative")} bu yana kayıtlı ${pen.count(earlier)} günün hiçbirinde bu kadar inmemişti.`;
}

/** The token through its ruler: which of the two moved. */
function day({ruler: found, asset, pen}: Facts): Text {
  const moves = found?.day;
  if (!found || !moves) return [];
  const {inRuler, inDollars, ofRuler} = moves;
  const less = Math.abs(inRuler.value) < Math.abs(inDollars.value) / 4;
  const moral = less
    ? say` Hareketin neredeyse tamamı ${quoteName(found.code, "ablative")} geliyor.`
    : [];
  return say`Son bir günde ${pen.name(asset.symbol)} dolar cinsinden ${pen.size(inDollars)} ${rose(inDollars) ? "yükseldi" : "geriledi"}, ${quoteName(found.code)} cinsinden ${pen.size(inRuler)} ${rose(inRuler) ? "yükseldi" : "geriledi"}; ${quoteName(found.code)} ise ${pen.size(ofRuler)} ${rose(ofRuler) ? "yükseldi" : "geriledi"}.${moral}`;
}
