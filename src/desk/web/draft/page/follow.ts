import type {Passage} from "../passage.ts";
import {findExactly, findOn, type Wanted} from "./inStep.ts";
import {type PageText, pageText} from "./pageText.ts";

/** A realm of its own, in which the frame's page lives; it runs no scripts. */
type Realm = Window & typeof globalThis;

const known = new WeakMap<Document, PageText>();

interface How {
  /** What is marked is at fault. */
  readonly bad: boolean;
  /** The page is of another text: only the very words are marked. */
  readonly exact: boolean;
}

/** Marks the wanted words in a frame's page, and brings them into sight. */
export function follow(frame: HTMLIFrameElement, wanted: Wanted, {bad, exact}: How): void {
  const page = frame.contentDocument;
  const realm = frame.contentWindow as Realm | null;
  if (!page?.body || !realm?.CSS?.highlights) return;
  const text = known.get(page) ?? pageText(page.querySelector("main") ?? page.body);
  known.set(page, text);
  const found = (exact ? findExactly : findOn)(text.text, wanted);
  const range = found && rangeOf(page, text, found);
  realm.CSS.highlights.clear();
  if (!range) return;
  dress(page, realm);
  const name = bad ? "here-bad" : found.to - found.from > 24 ? "here" : "here-figure";
  realm.CSS.highlights.set(name, new realm.Highlight(range));
  const {top, height} = range.getBoundingClientRect();
  const {innerHeight} = realm;
  if (top < 48 || top + height > innerHeight - 48)
    realm.scrollBy({top: top - innerHeight / 3, behavior: "instant"});
}

/** Marks nothing in a frame's page. */
export function unmark(frame: HTMLIFrameElement): void {
  (frame.contentWindow as Realm | null)?.CSS?.highlights?.clear();
}

function rangeOf(page: Document, text: PageText, {from, to}: Passage): Range | undefined {
  const [start, end] = [text.at(from), text.at(to - 1)];
  if (!start || !end) return undefined;
  const range = page.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}

/** The page itself says nothing of it; a sheet that is made is not in its text, and its policy holds. */
function dress(page: Document, realm: Realm): void {
  if (page.adoptedStyleSheets.length > 0) return;
  const sheet = new realm.CSSStyleSheet();
  // Not a background: those of two lines that stand close would lie over each other.
  sheet.replaceSync(
    "::highlight(here){text-decoration:underline 1.1em rgb(11 74 111/.1);text-underline-offset:-.88em;text-decoration-skip-ink:none}" +
      "::highlight(here-figure){background-color:rgb(11 74 111/.18);text-decoration:underline 2px #0b4a6f}" +
      "::highlight(here-bad){background-color:rgb(199 58 52/.17);text-decoration:underline wavy 1.5px #c73a34}",
  );
  page.adoptedStyleSheets = [sheet];
}
