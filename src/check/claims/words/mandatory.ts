/**
 * Plain letters of which one must stand in every text that the pattern matches; an empty one where
 * that cannot be told. Only the few forms that the words of claims use are known.
 *
 * @example mandatory("de-?coupl(?:e|ing)") // ["coupl"]
 * @example mandatory("(?:has|have) fallen") // [" fallen"]
 * @example mandatory("(?:buy|sell)s?") // ["buy", "sell"]
 */
export function mandatory(pattern: string): string[] {
  const pieces = piecesOf(pattern);
  const plain = longest(pieces.map(one => (one.group === undefined ? one.text : "\0")).join(""));
  if (plain.length >= 4) return [plain];
  const group = pieces.find(one => one.group !== undefined);
  if (group?.group === undefined) return [plain];
  const branches = group.group.flatMap(mandatory);
  return branches.every(one => one.length > plain.length) ? branches : [plain];
}

interface Piece {
  readonly text: string;
  /** The branches of a group that must match once. */
  readonly group?: readonly string[];
}

/** The pattern in a row of letters and groups; what may be absent is a gap. */
function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  const gap: Piece = {text: "\0"};
  for (let i = 0; i < pattern.length; ) {
    const end = endOf(pattern, i);
    const atom = pattern.slice(i, end);
    const quantifier = /^(?:[*?+]|\{[\d,]+\})\??/.exec(pattern.slice(end))?.[0] ?? "";
    const optional = /^[*?]|^\{0/.test(quantifier);
    if (optional || /^\((?!\?:)|^\[|^\\|^\.$/.test(atom)) pieces.push(gap);
    else if (atom.startsWith("(?:")) pieces.push({text: "", group: branchesOf(atom.slice(3, -1))});
    else pieces.push({text: atom});
    if (quantifier !== "" && !optional) pieces.push(gap);
    i = end + quantifier.length;
  }
  return pieces;
}

/** Where the atom ends that begins there. */
function endOf(pattern: string, start: number): number {
  if (pattern[start] === "\\") {
    const property = /^\\p\{\w+\}/.exec(pattern.slice(start));
    return start + (property?.[0].length ?? 2);
  }
  if (pattern[start] === "[") return pattern.indexOf("]", start) + 1;
  if (pattern[start] !== "(") return start + 1;
  let depth = 0;
  for (let i = start; i < pattern.length; i++) {
    if (pattern[i] === "\\") i++;
    else if (pattern[i] === "[") i = pattern.indexOf("]", i);
    else if (pattern[i] === "(") depth++;
    else if (pattern[i] === ")" && --depth === 0) return i + 1;
  }
  throw new SyntaxError(`a group does not end: ${pattern}`);
}

function branchesOf(inner: string): string[] {
  const branches = [""];
  for (let i = 0; i < inner.length; ) {
    const end = endOf(inner, i);
    if (inner[i] === "|") branches.push("");
    else branches[branches.length - 1] += inner.slice(i, end);
    i = end;
  }
  return branches;
}

const longest = (text: string) =>
  text.split("\0").reduce((best, one) => (one.length > best.length ? one : best), "");
