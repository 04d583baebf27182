import {SourceChanged} from "./errors.ts";

/**
 * The value of a JSON text that lies at `path`.
 *
 * @throws SourceChanged when the text is no JSON
 */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceChanged(`${path} is not JSON: ${(cause as Error).message}`, {cause});
  }
}
