import type {Customs} from "../../format/customs.ts";

export const customs: Customs = {
  numbers: "tr",
  days: "tr",
  // Turkish spelling has a point between hours and minutes, whatever programs print.
  clock: ".",
  // "277,43 dolar", a word that takes suffixes.
  dollar: "dolar",
  scales: {
    bin: 1e3,
    milyon: 1e6,
    milyar: 1e9,
    trilyon: 1e12,
    katrilyon: 1e15,
    kentilyon: 1e18,
    sekstilyon: 1e21,
  },
  compact: "long",
  // "B" for bin would read as a billion.
  axis: {B: "bin", Mn: "mn", Mr: "mr"},
};
