import fc from "fast-check";
import {expect, test} from "vitest";
import {placesOf} from "../../src/check/places.ts";
import {onlySuggestions} from "../../src/check/taken.ts";
import type {Fault} from "../../src/model/fault.ts";

const word = fc.constantFrom("rose", "8.3 %", "8.4 %", "8", "", "and", "a\nb", "aa", "a", "çok");
/** Pieces of a text: words that are right, and words at fault with what would be right. */
const pieces = fc.array(
  fc.record({words: word, suggestion: fc.option(word, {nil: undefined}), take: fc.boolean()}),
  {maxLength: 12},
);

function laid(parts: readonly {words: string; suggestion?: string | undefined; take: boolean}[]) {
  const before = parts.map(({words}) => words).join(" ");
  const {place} = placesOf(before);
  let at = 0;
  const faults = parts.flatMap(({words, suggestion}): Fault[] => {
    const fault = {...place(at), text: words, kind: "unsupported", reason: ""} as const;
    at += words.length + 1;
    return suggestion === undefined ? [] : [{...fault, suggestion}];
  });
  const after = parts
    .map(({words, suggestion = words, take}) => (take ? suggestion : words))
    .join(" ");
  return {before, faults, after};
}

test("whichever suggestions are taken, nobody has thought of the words", () =>
  fc.assert(
    fc.property(pieces, parts => {
      const {before, faults, after} = laid(parts);
      expect(onlySuggestions(before, faults, after)).toBe(true);
    }),
  ));

test("one letter more than the suggestions is one's own", () =>
  fc.assert(
    fc.property(pieces, fc.nat(), (parts, n) => {
      const {before, faults, after} = laid(parts);
      const at = n % (after.length + 1);
      expect(onlySuggestions(before, faults, `${after.slice(0, at)}x${after.slice(at)}`)).toBe(
        false,
      );
    }),
  ));
