/**
 * Text as it may stand in XML, between tags or in quotes: marks escaped, and characters that XML
 * forbids left out.
 *
 * @example escapeXml("R&D \u0007<b>") // "R&amp;D &lt;b&gt;"
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[<>&"']/g, char => entities[char]!);
}

const entities: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};
