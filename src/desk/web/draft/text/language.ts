import {
  defineLanguageFacet,
  Language,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import {tagHighlighter, tags} from "@lezer/highlight";
import {type BlockParser, parser, Table} from "@lezer/markdown";

/** Fields between two lines of three dashes, at the head of the text only. */
const frontMatter: BlockParser = {
  name: "FrontMatter",
  before: "HorizontalRule",
  parse(context, line) {
    if (context.lineStart !== 0 || !/^---\s*$/.test(line.text)) return false;
    while (context.nextLine()) {
      const {length} = line.text;
      if (/^---\s*$/.test(line.text)) {
        const to = context.lineStart + length;
        context.nextLine();
        context.addElement(context.elt("FrontMatter", 0, to));
        return true;
      }
    }
    // It never ends: then all of it is none.
    return false;
  },
};

const data = defineLanguageFacet({commentTokens: {block: {open: "<!--", close: "-->"}}});
const notes = parser.configure([
  Table,
  {defineNodes: [{name: "FrontMatter", block: true}], parseBlock: [frontMatter]},
]);

/** Signs are there, and quiet; what a heading says is as heavy as it will be read. */
const look = tagHighlighter([
  {tag: tags.heading1, class: "md-h1"},
  {
    tag: [tags.heading2, tags.heading3, tags.heading4, tags.heading5, tags.heading6],
    class: "md-h2",
  },
  {tag: tags.strong, class: "md-strong"},
  {tag: tags.emphasis, class: "md-em"},
  {tag: [tags.link, tags.url, tags.monospace], class: "md-link"},
  {tag: [tags.processingInstruction, tags.contentSeparator], class: "md-sign"},
]);

/** Markdown, as our notes have it: with front matter and tables. */
export const markdown = new LanguageSupport(new Language(data, notes, [], "markdown"), [
  syntaxHighlighting(look),
]);
