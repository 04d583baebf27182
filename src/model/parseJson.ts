import {SourceChanged} from "./errors.ts";

/** Data of ours nest a dozen deep; what reads them may call itself as often as they nest. */
const deepest = 200;

/**
 * The value of a JSON text that lies at `path`.
 *
 * @throws SourceChanged when the text is no JSON, or nested without end
 */
export function parseJson(text: string, path: string): unknown {
  try {
    return parseShallow(text);
  } catch (cause) {
    throw new SourceChanged(`${path} is not JSON: ${(cause as Error).message}`, {cause});
  }
}

/** @throws SyntaxError when the text is no JSON, or nested without end */
export function parseShallow(text: string): unknown {
  if (isDeep(text)) throw new SyntaxError(`lists or objects nested more than ${deepest} deep`);
  return JSON.parse(text);
}

/** Brackets in strings do not count. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (inString) {
      if (letter === "\\") i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === "[" || letter === "{") depth++;
    else if (letter === "]" || letter === "}") depth--;
    if (depth > deepest) return true;
  }
  return false;
}
