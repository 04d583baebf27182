/** Characters that print nothing but can hide, reorder or break text; the joiners of words stay. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** A label as it may be printed: one line, nothing hidden, nothing that XML forbids. */
export function clean(text: string): string {
  return text.replace(/\s+/g, " ").replace(unseen, "").trim();
}

const entities: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Text for the inside of an element or of a double-quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character]!);
}

/** Advances of Inter with tabular figures, in hundredths of the font size. */
const advances: readonly (readonly [characters: RegExp, advance: number])[] = [
  [/[0-9+*<=>~−–→←-]/, 65],
  [/[ijlI|.,:;!'`·’\s]/, 30],
  [/[frt()[\]{}/\\"^_]/, 39],
  [/[MWm@%—…]/, 97],
  [/[ABCDGHKNOQTUVXYw]/, 74],
  [/[a-zJLF?]/, 60],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uff00-\uffef\u{1f000}-\u{1ffff}]/u, 105],
  [/\p{Lu}/u, 74],
];

/** About how wide the text is, in px, rather too wide than too narrow; there is no font to ask. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const character of text) {
    hundredths += advances.find(([characters]) => characters.test(character))?.[1] ?? 64;
  }
  return (hundredths * size) / 100;
}

/** The text, cut with an ellipsis where it is wider than the room. */
export function fit(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > room)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
