import fc from "fast-check";
import {expect, test} from "vitest";
import {type Block, blocksOf} from "../../src/markdown/blocks.ts";

const kindsOf = (body: string) => blocksOf(body).map(({kind}) => kind);

test("the blocks of a note are its deck, key data, brief and exhibits, in their order", () => {
  const table = (heads: string) => `| ${heads} | |\n| --- | --- |\n| Price | $1 |`;
  expect(
    kindsOf(
      [
        "# A",
        "*Deck.*",
        "20 March",
        table(""),
        "*Source: X.*",
        "**In brief**",
        "- One",
        "## B",
        "**Exhibit 1.** Price",
        "![It rose](c.svg)",
        "*Source: X.*",
        "Text",
        table("a"),
        "*Source: without a caption.*",
      ].join("\n\n"),
    ),
  ).toEqual([
    "plain",
    "deck",
    "dateline",
    "keyData",
    "brief",
    "plain",
    "exhibit",
    "plain",
    "exhibit",
  ]);
});

const tokensOf = (block: Block) =>
  Object.values(block).filter(part => typeof part === "object" && "raw" in part);

test("each part says the stretch that it was read from, and every word is in one", () => {
  const line = fc.constantFrom(
    "# A",
    "*Deck.*",
    "**In brief**",
    "- One",
    "  - two",
    "> quote",
    "| a | b |",
    "| --- | --- |",
    "![x](c.svg)",
    "    code",
    "```",
    "<p>",
    "===",
    "Text.",
    "",
    "",
  );
  fc.assert(
    fc.property(fc.array(line, {maxLength: 30}), lines => {
      const source = `front\n${lines.join("\n")}\n`;
      let at = 6;
      for (const token of blocksOf(source.slice(6), 6).flatMap(tokensOf)) {
        expect(source.slice(at, token.from).trim()).toBe("");
        expect(source.slice(token.from, token.to)).toBe(token.raw);
        at = token.to;
      }
      expect(source.slice(at).trim()).toBe("");
    }),
    {numRuns: 500},
  );
});
