/** A table as CSV text, with a header line; what is undefined is an empty field. */
export function csvText(
  columns: readonly string[],
  lines: readonly (readonly (string | number | undefined)[])[],
): string {
  return [columns, ...lines].map(line => `${csvLine(line)}\n`).join("");
}

/** Fields as a line of CSV. */
export const csvLine = (fields: readonly (string | number | undefined)[]): string =>
  fields.map(field).join(",");

function field(value: string | number | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
