import {saidIn} from "./asserted.ts";
import {type Claim, has, type PassageRule, type Span, spansOf} from "./claim.ts";

const longest = 120;

/** Reasons for what the market did, and motives, that nothing in the evidence speaks of. */
export const cause: PassageRule = ({own, sourced}, {words: {cause: words, denial}}) => {
  if (sourced) return [];
  const found: Claim[] = [];
  const add = (from: number, to: number, reason: string) => {
    if (!found.some(one => one.from < to && from < one.to))
      found.push({from, to, kind: "cause", reason});
  };
  for (const link of saidIn(words.because, own, denial)) {
    const {reason, effect} = sides(own, link, words.reason);
    const text = own.slice(reason.from, reason.to);
    const unseen = spansOf(words.unseen, text).at(0);
    const whole =
      words.reason === "after"
        ? {from: link.from, to: reason.to}
        : {from: reason.from, to: link.to};
    if (unseen) add(whole.from, whole.to, causes);
    else if (
      has(words.effect, own.slice(effect.from, effect.to)) &&
      !has(words.recorded, text) &&
      !/\d/.test(text)
    )
      add(whole.from, whole.to, causes);
  }
  for (const {from, to} of saidIn(words.moves, own, denial)) add(from, to, causes);
  for (const link of saidIn(words.despite, own, denial)) {
    const {reason} = sides(own, link, words.reason);
    const clause = withinClause(own, reason, words.reason);
    if (/\d/.test(own.slice(clause.from, clause.to))) continue;
    add(Math.min(link.from, clause.from), Math.max(link.to, clause.to), concessions);
  }
  for (const link of saidIn(words.infers, own, denial)) {
    const {reason} = sides(own, link, words.reason);
    const unseen = spansOf(words.unseen, own.slice(reason.from, reason.to)).at(0);
    if (!unseen) continue;
    if (words.reason === "after") add(link.from, reason.from + unseen.to, motives);
    else add(reason.from + unseen.from, link.to, motives);
  }
  return found;
};

const causes =
  "the evidence holds no causes: it says what moved, not why. Cite a source with a link, or take the reason out";
const motives =
  "the figures show what moved; what drives people, and what is behind a protocol, does not follow from them";

const concessions = "what a sentence concedes it claims as well: give its figure, or take it out";

/** Up to the comma on the side where the sentence goes on. */
function withinClause(text: string, {from, to}: Span, where: "after" | "before"): Span {
  const part = text.slice(from, to);
  const comma = where === "after" ? part.indexOf(",") : part.lastIndexOf(",");
  if (comma < 0) return {from, to};
  return where === "after" ? {from, to: from + comma} : {from: from + comma + 1, to};
}

/** The clause that gives the reason, and the one that has it. */
function sides(text: string, link: Span, where: "after" | "before"): {reason: Span; effect: Span} {
  const before = {from: startBefore(text, link.from), to: link.from};
  const after = {from: link.to, to: endAfter(text, link.to)};
  return where === "after" ? {reason: after, effect: before} : {reason: before, effect: after};
}

function startBefore(text: string, at: number): number {
  const start = Math.max(
    ...[..." ;:—"].map(stop => (stop === " " ? -1 : text.lastIndexOf(stop, at))),
  );
  return Math.max(start + 1, at - longest, 0);
}

function endAfter(text: string, at: number): number {
  const stop = text.slice(at).search(/[;:—]|[.!?](?:\s|$)/);
  return Math.min(stop < 0 ? text.length : at + stop, at + longest);
}
