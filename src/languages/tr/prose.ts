import type {Inline, Printed, Text} from "../../model/text.ts";

/**
 * As Turkish is written in running text: "yüzde 3,2" and not "%3,2", which is for tables, captions
 * of sources and charts. At the head of a sentence it is "Yüzde −3,2".
 */
export function inProse(text: Text): Text {
  return text.map((inline, i) =>
    typeof inline !== "string" && "figure" in inline
      ? spelt(inline, beginsSentence(text[i - 1]))
      : nested(inline),
  );
}

const percent = /^([+−]?)%(?=\d)/;

function spelt(printed: Printed, isFirst: boolean): Printed {
  const word = isFirst ? "Yüzde" : "yüzde";
  return {...printed, print: printed.print.replace(percent, `${word} $1`)};
}

const beginsSentence = (before: Inline | undefined): boolean =>
  before === undefined || (typeof before === "string" && /[.!?] $/.test(before));

function nested(inline: Inline): Inline {
  if (typeof inline === "string") return inline;
  if ("strong" in inline) return {strong: inProse(inline.strong)};
  return "emphasis" in inline ? {emphasis: inProse(inline.emphasis)} : inline;
}
