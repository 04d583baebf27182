/**
 * A text in the one form in which it is compared, digested and kept: Unicode in NFC, lines that end
 * in LF, one at its end and nothing before it, and no mark of byte order. Nothing that a reader sees is changed.
 *
 * @example canonicalText("# Caf\u0065\u0301\r\nOne\rTwo\n\n") // "# Café\nOne\nTwo\n"
 */
export const canonicalText = (text: string): string =>
  `${text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC")
    .trimEnd()}\n`;
