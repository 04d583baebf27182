import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {displayText, plainText} from "../../src/format/displayText.ts";

describe("displayText", () => {
  test.each([
    ["zero-width characters", "\u200b\u200bTether\u2060 Gold\ufeff", "Tether Gold"],
    ["marks of direction", "abc\u202egnp.exe\u202c \u2066x\u2069\u200f", "abcgnp.exe x"],
    ["controls", "a\u0000b\u001b[31mc\u007fd\u0085", "ab[31mcd"],
    ["fillers that look like a space", "\u3164\u2800\u115fX\u180e", "X"],
    ["halves of a pair", "a\ud800b\udc00c", "abc"],
    ["tags hidden in an emoji", "flag\u{e0067}\u{e007f}", "flag"],
    ["soft hyphens and joiners", "co\u00adin\u200dage\u034f", "coinage"],
  ])("removes %s", (_, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  test("folds white space and lines into single spaces", () => {
    expect(displayText(" a\r\n\tb\u2028c\u00a0\u3000d ")).toBe("a b c d");
  });

  test("leaves Markdown, HTML and other scripts to whoever prints them", () => {
    const text = "**bold** <script>x</script> [a](b) | биткоин 比特币 İĞDIR";
    expect(displayText(text)).toBe(text);
  });

  test("composes letters, and lets at most three marks pile up on one", () => {
    expect(displayText("e\u0301")).toBe("é");
    expect(displayText(`Z${"\u0335\u0336\u0337\u0338".repeat(20)}algo`)).toBe(
      "Z\u0335\u0336\u0337algo",
    );
  });

  test("cuts at a word, never inside a character, and shows that it did", () => {
    expect(displayText("one two three four", 12)).toBe("one two…");
    expect(displayText("🙂".repeat(10), 5)).toBe("🙂🙂🙂🙂…");
    expect([...displayText("a".repeat(500))]).toHaveLength(80);
  });
});

describe("plainText", () => {
  test("keeps the words of HTML, with entities read", () => {
    const html =
      '<p>A <a href="https://a.example?x=1&amp;y=2" onclick="x()">network</a> &amp; more&#8212;it&#x27;s &lt;b&gt;</p><br>End';
    expect(plainText(html)).toBe("A network & more—it's <b> End");
  });

  test("drops scripts, styles and comments, closed or not", () => {
    expect(plainText("a<script>alert(1)</script>b<style>p{}</style>c<!-- d -->e")).toBe("a b c e");
    expect(plainText("a<script>alert(1)")).toBe("a");
    expect(plainText("a<!-- b")).toBe("a");
  });

  test("leaves a lone < alone, and entities it does not know", () => {
    expect(plainText("1 < 2 &unknown; &#99999999; &#0;")).toBe("1 < 2 &unknown; &#99999999; &#0;");
  });

  test("removes unseen characters that entities bring in", () => {
    expect(plainText("a&#8203;b&#x202e;c")).toBe("abc");
  });

  test("cuts at the end of a sentence where one is near", () => {
    expect(plainText("First one here. Second one here. Third", 36)).toBe(
      "First one here. Second one here. …",
    );
  });
});

describe("time grows with the text, and no faster", () => {
  const long = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
  const read = (text: string) => {
    const start = performance.now();
    plainText(text);
    return performance.now() - start;
  };

  test.each([
    "<p",
    "</p",
    "<a ",
    "<div a='",
    "<script>",
    "<!--",
    "&#",
    "a\u0301\u0327",
    "\u0327\u0301",
  ])("%j, over and over", piece => expect(read(long(piece))).toBeLessThan(2000));

  test("any pieces of HTML, over and over", () => {
    const pieces = ["<", ">", "/", "!--", "-->", "p", "script", "style", " ", "&", "#x", "4", ";"];
    const marks = ["\u0301", "\u0327", "\u200b", "\ud800", "'", '"', ". "];
    const piece = fc.array(fc.constantFrom(...pieces, ...marks), {minLength: 1, maxLength: 6});
    fc.assert(
      fc.property(piece, parts => {
        expect(read(long(parts.join("")))).toBeLessThan(2000);
      }),
      {numRuns: 40},
    );
  });
});
