import type {Section} from "../../model/article.ts";
import type {RulerFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {quoteName, rose} from "./words.ts";

/** What it is made to be worth, and how far it lies from that. */
export function ruler(facts: Facts): Section | undefined {
  const {ruler: found} = facts;
  if (!found) return undefined;
  const paragraphs = [join([gap(facts), duration(facts)]), low(facts), day(facts)].filter(
    text => text.length > 0,
  );
  return {
    heading: found.gap ? say`How far from ${worth(found)}` : say`Beside ${quoteName(found.code)}`,
    blocks: paragraphs.map(text => ({kind: "paragraph" as const, text})),
  };
}

/** "a dollar", "the gold it stands for" */
export const worth = ({code}: RulerFinding): string =>
  code === "usd" ? "a dollar" : `the ${quoteName(code).replace(/^the /, "")} it stands for`;

/** "2.8% below a dollar" */
export function distance({ruler: found, pen}: Facts): Text {
  const off = found!.gap!;
  if (off.value === 0) return say`at exactly ${worth(found!)}`;
  return say`${pen.gap(off)} ${rose(off) ? "above" : "below"} ${worth(found!)}`;
}

function gap(facts: Facts): Text {
  const {ruler: found, state, asset, pen} = facts;
  if (!found?.gap) return [];
  const verb = state.priceIs === "close" ? "closed" : "stood";
  if (found.code !== "usd")
    return say`${pen.name(asset.symbol)} stands for ${quoteName(found.code)}; it ${verb} at ${pen.price(state.price)}, ${found.gap.value === 0 ? "level with it" : say`${pen.gap(found.gap)} ${rose(found.gap) ? "above" : "below"} that`}.`;
  return say`${pen.name(asset.symbol)} is made to be worth a dollar; it ${verb} at ${pen.price(state.price)}, ${distance(facts)}.`;
}

/** How often it lay as far off, on this side. */
export function gapRecord({ruler: found, pen}: Facts): Text {
  const record = found?.record;
  if (!record || !found?.gap || found.gap.value === 0) return [];
  const side = rose(found.gap) ? "above" : "below";
  const {beyond, earlier, from, last} = record;
  if (!last)
    return say`None of ${pen.count(earlier)} earlier closes on record, since ${pen.day(from)}, lay as far ${side}.`;
  return say`Of ${pen.count(earlier)} earlier closes on record, since ${pen.day(from)}, ${pen.counted(beyond)} lay as far ${side}, the last on ${pen.day(last)}.`;
}

/** Of the year before, or of as much of it as is on record, on either side. */
export function widest({ruler: found, pen}: Facts): Text {
  const one = found?.widest;
  if (!one || one.figure.value === 0) return [];
  const span = one.since ? say`on record, since ${pen.day(one.since)},` : say`of the year before`;
  return say`The widest distance ${span} was ${pen.gap(one.figure)} ${rose(one.figure) ? "above" : "below"}, on ${pen.day(one.day)}.`;
}

function duration({ruler: found, fixed, pen}: Facts): Text {
  const off = found?.off;
  if (!off || off.value < 2) return [];
  return say`It is the close number ${pen.count(off)} in a row that lies more than ${pen.size(fixed.percent, 0)} off.`;
}

function low({ruler: found, pen}: Facts): Text {
  const one = found?.low;
  if (!one || one.gap.value > -0.001) return [];
  const {price, gap: below, earlier, from, last} = one;
  const touched = say`Within the day the price touched ${pen.price(price)}, ${pen.gap(below)} below a dollar`;
  return last
    ? say`${touched}; it had not been as low since ${pen.day(last)}.`
    : say`${touched}, lower than on any of the ${pen.count(earlier)} days on record before, since ${pen.day(from)}.`;
}

/** The token through its ruler: which of the two moved. */
function day({ruler: found, asset, pen}: Facts): Text {
  const moves = found?.day;
  if (!found || !moves) return [];
  const {inRuler, inDollars, ofRuler} = moves;
  const name = quoteName(found.code);
  const less = Math.abs(inRuler.value) < Math.abs(inDollars.value) / 4;
  const moral = less ? say` Nearly all of the move is that of ${name}.` : [];
  return say`In the trailing day ${pen.name(asset.symbol)} ${rose(inDollars) ? "gained" : "lost"} ${pen.size(inDollars)} in dollars and ${rose(inRuler) ? "gained" : "lost"} ${pen.size(inRuler)} in ${name}, which ${rose(ofRuler) ? "rose" : "fell"} ${pen.size(ofRuler)} itself.${moral}`;
}
