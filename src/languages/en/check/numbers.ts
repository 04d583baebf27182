import type {NumberWords} from "../../../check/numbers/words.ts";
import {numerals} from "./numerals.ts";

const scaleLetters = {mn: 1e6, bn: 1e9, tn: 1e12, M: 1e6, B: 1e9};

export const numbers: NumberWords = {
  numerals,
  moments: {
    months: [
      ["January", "Jan"],
      ["February", "Feb"],
      ["March", "Mar"],
      ["April", "Apr"],
      ["May"],
      ["June", "Jun"],
      ["July", "Jul"],
      ["August", "Aug"],
      ["September", "Sept", "Sep"],
      ["October", "Oct"],
      ["November", "Nov"],
      ["December", "Dec"],
    ],
    ordinal: "st|nd|rd|th",
    of: "of",
    counted: String.raw`per\scent|percent|points|dollars|coins|days|million|billion`,
  },
  scales: {
    tight: {...scaleLetters, k: 1e3, K: 1e3, m: 1e6, b: 1e9, t: 1e12, T: 1e12},
    loose: scaleLetters,
  },
  units: {
    percent: String.raw`per\s?cent`,
    points: String.raw`percentage[\s-]points? points?`,
    basis: String.raw`basis[\s-]points?`,
    dollars: String.raw`(?:US\s)?dollars? US\sUSD`,
    other: "euros? liras? pounds? yen",
    times: String.raw`times(?!\sin\b) -?fold`,
    minutes: "minutes?",
    hours: "hours?",
    days: "days?",
    weeks: "weeks?",
    months: "months?",
    years: "years?",
    coins: "coins tokens",
  },
  ordinals: {
    after: /(?:st|nd|rd|th)(?!\p{L})/uy,
    letters: "st|nd|rd|th|fold",
    before: /(?:rank(?:ed|s)?|number|no\.)\s#?$/i,
  },
  hedges: {
    before: [
      [
        /(?:about|around|approximately|roughly|some|circa|close to|or so|~|≈)\s?(?:an?\s)?$/i,
        "about",
      ],
      [/(?:nearly|almost|just under|just below|not quite)\s(?:an?\s)?$/i, "nearly"],
      [
        /(?:just over|more than|over|at least|no less than|upwards of|greater than|>|≥)\s?(?:an?\s)?$/i,
        "over",
      ],
      [/(?:less than|under|at most|fewer than|no more than|up to|<|≤)\s?(?:an?\s)?$/i, "under"],
    ],
    last: "about around approximately roughly some circa to so nearly almost under below quite than over least of most fewer",
    after: [
      [/\+(?!\d)|\sor more(?!\p{L})/uy, "over"],
      [/\sor so(?!\p{L})/uy, "about"],
    ],
  },
  ranges: {
    to: /^\sto\s$/,
    between: {joins: /^\sand\s$/, before: /between\s(?:about\s|roughly\s|some\s)?$/i},
    and: "and",
    or: "or",
  },
  reading: /read/i,
  asOf: {before: /\b(?:as of|as at)\s$/iu},
  written: {"basis-points": "basis points", points: "points", days: "days"},
};
