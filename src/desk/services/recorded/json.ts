import type {Stretch} from "../anchor.ts";

/**
 * Where the value that a JSON pointer (RFC 6901) names stands in a JSON text; undefined where it has
 * none.
 *
 * @example placeInJson('{"a": [1, 22]}', "/a/1") // {"from": 10, "to": 12}
 * @example placeInJson('{"a/b": 1}', "/a~1b") // {"from": 8, "to": 9}
 * @example placeInJson('{"a": 1}', "/b") // undefined
 */
export function placeInJson(text: string, pointer: string): Stretch | undefined {
  const steps = pointer.split("/").slice(1);
  let at: number | undefined = blanks(text, 0);
  for (const step of steps) {
    at = childAt(text, at, step.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (at === undefined) return undefined;
  }
  const to = valueEnd(text, at);
  return to > at ? {from: at, to} : undefined;
}

/** Where the value of a member or the item of an index begins. */
function childAt(text: string, open: number, step: string): number | undefined {
  const isObject = text[open] === "{";
  if (!isObject && text[open] !== "[") return undefined;
  let at = blanks(text, open + 1);
  for (let index = 0; at < text.length && !/[\]}]/.test(text[at] ?? ""); index++) {
    let name = String(index);
    if (isObject) {
      const end = valueEnd(text, at);
      name = nameOf(text.slice(at, end));
      at = blanks(text, blanks(text, end) + 1);
    }
    if (name === step) return at;
    at = blanks(text, valueEnd(text, at));
    if (text[at] !== ",") return undefined;
    at = blanks(text, at + 1);
  }
  return undefined;
}

function nameOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  const name: unknown = JSON.parse(quoted);
  return typeof name === "string" ? name : "";
}

const blank = /\s*/y;
const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const scalar = /[^\s,\]}]*/y;
const inside = /[^"[\]{}]*/y;

const blanks = (text: string, at: number) => endOf(blank, text, at);

function valueEnd(text: string, from: number): number {
  if (text[from] === '"') return endOf(string, text, from);
  if (!/[[{]/.test(text[from] ?? "")) return endOf(scalar, text, from);
  let depth = 0;
  for (let at = from; at < text.length; at = endOf(inside, text, at)) {
    const sign = text[at] ?? "";
    if (sign === '"') {
      const end = endOf(string, text, at);
      if (end === at) return text.length;
      at = end;
      continue;
    }
    depth += /[[{]/.test(sign) ? 1 : /[\]}]/.test(sign) ? -1 : 0;
    at++;
    if (depth === 0) return at;
  }
  return text.length;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
