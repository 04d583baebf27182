import fc from "fast-check";
import {expect, test} from "vitest";
import {SourceChanged} from "../../src/model/errors.ts";
import {parseJson} from "../../src/model/parseJson.ts";

test("any JSON is read as it is", () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(parseJson(text, "a.json")).toEqual(JSON.parse(text));
    }),
  );
});

test.each(["[", '{"a":', "[[", '[{"a":'])(
  "%s nested without end is refused with its place",
  piece => {
    const close = [...piece].toReversed().flatMap(letter => ({"[": "]", "{": "}"})[letter] ?? []);
    const deep = `${piece.repeat(1e6)}1${close.join("").repeat(1e6)}`;
    for (const text of [deep, piece.repeat(1e6)]) {
      expect(() => parseJson(text, "a.json")).toThrow(SourceChanged);
      expect(() => parseJson(text, "a.json")).toThrow(
        "a.json is not JSON: lists or objects nested",
      );
    }
  },
);

test("brackets in strings nest nothing, whatever is escaped there", () => {
  const text = JSON.stringify(['\\"[', "[{".repeat(1000), "\\"]);
  expect(parseJson(text, "a.json")).toEqual(JSON.parse(text));
});
