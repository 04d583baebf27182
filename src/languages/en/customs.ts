import type {Customs} from "../../format/customs.ts";

/** English as the world outside America writes it, with the scales of financial English. */
export const customs: Customs = {
  numbers: "en",
  days: "en-GB",
  clock: ":",
  scales: {
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
    quintillion: 1e18,
    sextillion: 1e21,
  },
  compact: {K: "k", M: "m", B: "bn", T: "tn"},
  // Newspapers write $70k and 2.7bn.
  axis: {K: "k", M: "m", B: "bn", T: "tn"},
};
