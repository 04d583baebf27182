/**
 * The words of a line of Markdown, without what sets them.
 *
 * @example plain("## *So* it [is](https://x.example)") // "So it is"
 * @example plain("- at **3%**, and p \\< 0.001") // "at 3%, and p < 0.001"
 */
export const plain = (markdown: string): string =>
  markdown
    .replace(/^\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+/, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)[*`]+|(?<![\p{L}\p{N}\\])_+|(?<!\\)_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
