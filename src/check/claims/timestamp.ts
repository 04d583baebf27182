import {has, matchesOf, type PassageRule} from "./claim.ts";

const clock = /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])/g;
const short = /\b(?:utc|gmt|cest|cet|e[sd]t|p[sd]t|bst|msk|trt|tsi)\b|\dz\b|[+-]\d\d:?\d\d\b/;

/** A time of day without its zone. */
export const timestamp: PassageRule = ({own, sentence}, {known, words: {zone}}) => {
  const times = matchesOf(clock, own);
  if (times.length === 0 || short.test(own) || has(zone, own)) return [];
  return times.slice(0, 1).map(({from, to}) => {
    const said = sentence.text.slice(from, to);
    return {
      from,
      to,
      kind: "timestamp",
      reason: "a time of day without its zone may be any of two dozen instants",
      ...(known.note.asOf.slice(11, 16) === said && {suggestion: `${said} UTC`}),
    };
  });
};
