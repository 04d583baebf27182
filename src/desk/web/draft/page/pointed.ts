import type {Pointed} from "./back.ts";

/** What was pointed at in a page: the word there, and the block that it is of. */
export function pointedAt(event: MouseEvent): Pointed | undefined {
  const page = (event.target as Element | null)?.ownerDocument;
  const caret = page?.caretPositionFromPoint(event.clientX, event.clientY);
  const node = caret?.offsetNode;
  const element = node?.parentElement;
  const cell = element?.closest("td, th");
  const row = cell?.closest("tr");
  const block = cell ?? element?.closest("p, li, h1, h2, h3, h4, figcaption");
  if (!page || !caret || !node || !block) return undefined;
  const before = page.createRange();
  before.setStart(block, 0);
  before.setEnd(node, caret.offset);
  const [head = ""] = /\S*$/.exec(before.toString()) ?? [];
  const [tail = ""] = /^\S*/.exec((node.textContent ?? "").slice(caret.offset)) ?? [];
  // Without what stands around a number or word in a sentence.
  const word = (head + tail).replace(/^[("“‘]+|[)"”’.,;:!?]+$/g, "");
  const preceding = before.toString().slice(0, before.toString().length - head.length);
  return {
    block: row ? [...row.cells].map(wordsOf) : [wordsOf(block)],
    word,
    nth: word === "" ? 0 : preceding.split(word).length - 1,
  };
}

const wordsOf = (element: Element): string =>
  (element.textContent ?? "").replace(/\s+/g, " ").trim();
