/** A table as CSV text, with a header line; what is undefined is an empty field. */
export function csvText(
  columns: readonly string[],
  lines: readonly (readonly (string | number | undefined)[])[],
): string {
  return [columns, ...lines].map(line => `${line.map(field).join(",")}\n`).join("");
}

function field(value: string | number | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
