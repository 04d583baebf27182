/** A paragraph, heading, item, row or line of the front matter, as it is written. */
export interface Unit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stands between it and the one before it: line ends. */
  readonly before: string;
  /** Its name, where it is a line of the front matter. */
  readonly field?: string;
}

const itemOrRow = /^ {0,3}(?:[-*+] |\d{1,9}[.)] |\|)/;
const heading = /^#{1,6} /;

/** Whether units of the kind stand below each other without an empty line. */
export const isLine = ({text, field}: Pick<Unit, "text" | "field">): boolean =>
  field !== undefined || itemOrRow.test(text);

/**
 * A Markdown text in its units. Put together with what stands before each they are the text.
 *
 * @example unitsOf("# A\n\nb\nc\n- d\n- e\n").map(one => one.text) // ["# A", "b\nc", "- d", "- e"]
 */
export function unitsOf(source: string): Unit[] {
  const units: Unit[] = [];
  const lines = [...source.matchAll(/[^\n]+/g)].map(({0: text, index: from}) => ({
    text,
    from,
    to: from + text.length,
  }));
  const end = lines[0]?.text.trim() === "---" ? closing(lines.map(({text}) => text)) : -1;
  let last: Unit | undefined;
  for (const [i, line] of lines.entries()) {
    const before = source.slice(last?.to ?? 0, line.from);
    const inFront = i <= end;
    const joins =
      last &&
      !inFront &&
      i !== end + 1 &&
      before === "\n" &&
      !itemOrRow.test(line.text) &&
      !heading.test(line.text) &&
      !heading.test(last.text) &&
      !last.text.startsWith("|");
    if (last && joins) {
      last = {...last, text: source.slice(last.from, line.to), to: line.to};
      units[units.length - 1] = last;
      continue;
    }
    const [, field = `rule ${i}`] = /^(\w+):/.exec(line.text) ?? [];
    last = {...line, before, ...(inFront && {field})};
    units.push(last);
  }
  return units;
}

/** The line that ends the front matter. */
const closing = (lines: readonly string[]) =>
  lines.findIndex((line, i) => i > 0 && line.trim() === "---");
