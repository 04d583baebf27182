import type {Printed} from "./printed.ts";

const up =
  /^(?:up|rose|risen|gain|gained|more|higher|artış|artışla|yüksel|kazan|çık|.*(?:doubled|tripled|katına|katını|katlandı))/iu;

/** 1 for a word of rising, -1 for one of falling. */
export const rises = (word: string): 1 | -1 => (up.test(word) ? 1 : -1);

/** A figure whose sign stands in the words beside it. */
export const directed = (shown: Printed, direction: number): Printed => ({
  ...shown,
  value: direction * Math.abs(shown.value),
});

export const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
