import fc from "fast-check";
import {expect, test} from "vitest";
import {changesBetween} from "../../../src/desk/web/draft/text/changesBetween.ts";
import {merged, piecesOf} from "../../../src/desk/web/draft/text/merging.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "c", "", "d e"), {maxLength: 12})
  .map(lines => lines.join("\n"));
const none = new Map<number, never>();

test("whoever alone has changed something gets it, and whoever has changed nothing loses nothing", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(merged(piecesOf({base, theirs: other, mine: base}), none)).toBe(other);
      expect(merged(piecesOf({base, theirs: base, mine: other}), none)).toBe(other);
      expect(merged(piecesOf({base, theirs: other, mine: other}), none)).toBe(other);
    }),
  );
});

test("every line of the three texts is in one piece, and what is one side's throughout is that side's text", () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, mine) => {
      const pieces = piecesOf({base, theirs, mine});
      const whole = (side: "base" | "theirs" | "mine") =>
        pieces.flatMap(piece => piece[side]).join("\n");
      expect([whole("base"), whole("theirs"), whole("mine")]).toEqual([base, theirs, mine]);
      for (const {kind, ...piece} of pieces) {
        if (kind === "same") expect(piece.theirs).toEqual(piece.mine);
        if (kind === "theirs") expect(piece.mine).toEqual(piece.base);
        if (kind === "mine") expect(piece.theirs).toEqual(piece.base);
      }
    }),
  );
});

test("where both have changed a line, nothing comes of it before a person has chosen", () => {
  const pieces = piecesOf({base: "one\ntwo\n", theirs: "one\nTWO\n", mine: "one\ntoo\n"});
  expect(merged(pieces, none)).toBeUndefined();
  const at = pieces.findIndex(({kind}) => kind === "needs");
  expect(merged(pieces, new Map([[at, "theirs"]]))).toBe("one\nTWO\n");
  expect(merged(pieces, new Map([[at, {anew: "2\n3"}]]))).toBe("one\n2\n3\n");
});

test("changes between two texts make one of the other, and touch no more than differs", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      let made = before;
      for (const {from, to, insert} of changesBetween(before, after).toReversed())
        made = made.slice(0, from) + insert + made.slice(to);
      expect(made).toBe(after);
    }),
  );
  expect(changesBetween("a b c\nd\n", "a B c\nd\n")).toEqual([{from: 2, to: 3, insert: "B"}]);
});
