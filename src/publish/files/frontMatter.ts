/** A value of front matter: text, an instant, a flag, a number, or made of such. */
export type Value = string | number | boolean | Date | readonly Value[] | Fields;
export interface Fields {
  /** What is undefined is left out. */
  readonly [key: string]: Value | undefined;
}

/**
 * YAML that every parser reads alike, 1.1 or 1.2: text in quotation marks whatever it looks like,
 * instants bare, so that they are instants, and one key a line.
 *
 * @example frontMatter({title: "No: --- {{x}}", tags: ["a"]}) // "---\ntitle: \"No: --- {{x}}\"\ntags: [\"a\"]\n---\n"
 */
export const frontMatter = (fields: Fields): string =>
  `---\n${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${written(value)}\n`)
    .join("")}---\n`;

function written(value: Value | undefined): string {
  if (typeof value === "string") return JSON.stringify(oneLine(value));
  if (value instanceof Date) return value.toISOString().replace(".000Z", "Z");
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(written).join(", ")}]`;
  const inner = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${inner.map(([key, one]) => `${key}: ${written(one)}`).join(", ")}}`;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** YAML has no place for controls, and a title none for what turns the writing direction round. */
const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}\uFEFF]+/gu, " ")
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
