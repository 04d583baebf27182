/** Text as a CSS string: all but plain letters, digits and a few marks are escaped by code point. */
export function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/[^A-Za-z0-9 .,:]/gu, char => `\\${char.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}
