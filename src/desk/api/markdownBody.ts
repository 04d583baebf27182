import type {HonoRequest} from "hono";
import {Problem, wrongField} from "./problem.ts";
import {largestText} from "./reviewShapes.ts";

/**
 * The Markdown that a request sends.
 *
 * @throws Problem for another kind of content, too much of it, or bytes that are no UTF-8
 */
export async function markdownBody(request: HonoRequest): Promise<string> {
  const [kind = "", ...parameters] = (request.header("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map(part => part.trim());
  const others = parameters.filter(part => /^charset=(?!"?utf-8"?$)/.test(part));
  if (!["text/markdown", "text/plain"].includes(kind) || others.length > 0)
    throw new Problem(415, "A text is sent as text/markdown, in UTF-8.");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > largestText)
    throw new Problem(
      413,
      `The text has ${bytes.byteLength} bytes, and ${largestText} is the most: no note comes near it.`,
    );
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw wrongField("the body", "must be UTF-8");
  }
}
