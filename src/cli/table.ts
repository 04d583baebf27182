/** Lines of columns that stand under their headings, for people. */
export function columns(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((text, i) =>
    Math.max(text.length, ...rows.map(row => row[i]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[heading, ...rows].map(line).join("\n")}\n`;
}
