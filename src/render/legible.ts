/** Ways to write a name, the best first: its name, its symbol, its id. */
export type Spellings = readonly string[];

/**
 * The text with what no font draws written otherwise, so that nobody ever reads boxes: a known name
 * by the first of its spellings that can be drawn, all else by its code points, such as `[U+0E44]`.
 * A long run is shortened to its ends.
 *
 * @example legible("ไทย rose, ไ", ["ไ", "ท", "ย"], [["ไทย", "THB"]]) // "THB rose, [U+0E44]"
 */
export function legible(
  text: string,
  undrawn: readonly string[],
  names: readonly Spellings[],
): string {
  if (undrawn.length === 0) return text;
  const drawable = (words: string) => !undrawn.some(char => words.includes(char));
  const spelled = names.reduce((words, spellings) => {
    const [name] = spellings;
    const other = spellings.find(drawable);
    return name && other && other !== name ? words.replaceAll(name, other) : words;
  }, text);
  const run = new RegExp(`[${undrawn.map(inClass).join("")}]+`, "gu");
  return spelled.replace(run, found => `[${codePoints([...found])}]`);
}

/** The same within HTML: between the tags, and not in them. */
export function legibleHtml(
  html: string,
  undrawn: readonly string[],
  names: readonly Spellings[],
): string {
  if (undrawn.length === 0) return html;
  return html.replace(/(^|>)([^<]+)/g, (_, tag, text) => tag + legible(text, undrawn, names));
}

/** A font that can be installed. */
interface ExtraFont {
  readonly module: string;
  readonly draws: string;
  readonly scripts: RegExp;
  readonly installed: boolean;
}

/** What a person who ordered the note should know, before anything is printed. */
export function undrawnNotice(undrawn: readonly string[], extra: readonly ExtraFont[]): string {
  const lacking = extra.filter(
    ({scripts, installed}) => !installed && undrawn.some(char => scripts.test(char)),
  );
  const remedy =
    lacking.length === 0
      ? ""
      : `. To have ${lacking.map(({draws}) => draws).join(" and ")} drawn, give this where Assay is installed, and make the note again:\n  npm install ${lacking.map(({module}) => module).join(" ")}`;
  const named = undrawn.slice(0, 12).map(char => `${char} (${codePoints([char])})`);
  const more = undrawn.length > named.length ? ` and ${undrawn.length - named.length} more` : "";
  return `no font of ours draws ${named.join(", ")}${more}: on the page and in the PDF a coin's name gives way to its symbol or id, and other words to the numbers of their characters; note.md has them as they are${remedy}`;
}

const inClass = (char: string) => `\\u{${char.codePointAt(0)!.toString(16)}}`;

function codePoints(chars: readonly string[]): string {
  const numbers = chars.map(
    char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return numbers.length > 3 ? `${numbers[0]} … ${numbers.at(-1)}` : numbers.join(" ");
}
