const most = 400;
const mostLines = 6;

/** The beginning of a long comment, by whole words; undefined where it is short. */
export function foldedOf(text: string): string | undefined {
  const lines = text.split("\n").slice(0, mostLines).join("\n");
  const cut = lines.length > most ? lines.slice(0, most).replace(/\s+\S{0,40}$/, "") : lines;
  // What is left over must be worth a button.
  return text.length - cut.length < 60 ? undefined : `${cut.trimEnd()} …`;
}
