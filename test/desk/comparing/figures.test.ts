import {expect, test} from "vitest";
import {
  figureDifferences,
  unsupportedDifferences,
  type Version,
} from "../../../src/desk/comparing/figures.ts";
import {draftOf} from "../../walk.ts";

async function versionOf(asOf: string): Promise<Version> {
  const wish = {coin: "tessilith", source: "files", data: "samples/simulated", asOf} as const;
  const {draft} = await draftOf(wish);
  return {text: draft.markdown, evidence: draft.evidence};
}

test("of two notes what has turned comes first, then what moved most, each as both print it", async () => {
  const [may, july] = [
    await versionOf("2025-05-20T00:00:00Z"),
    await versionOf("2025-07-02T00:00:00Z"),
  ];
  const found = figureDifferences(may, july);
  const turns = found.map(({turned}) => turned);
  expect(turns).toEqual(turns.toSorted((a, b) => Number(b) - Number(a)));
  expect(found).toContainEqual({
    id: "price.usd",
    name: "Price",
    was: "$26.12",
    is: "$18.70",
    turned: false,
  });
  const month = found.find(({id}) => id === "past.30d.change");
  expect(month).toMatchObject({turned: true});
  for (const {was, is} of found) expect(was).not.toBe(is);
});

test("of two texts on one evidence what was put otherwise, in or out is told, and nothing else", async () => {
  const written = await versionOf("2025-07-02T00:00:00Z");
  expect(figureDifferences(written, written)).toEqual([]);
  const text = written.text.replace("| Price | $18.70,", "| Price | $18.90,");
  expect(text).not.toBe(written.text);
  const edited = {...written, text};
  expect(figureDifferences(written, edited)).toMatchObject([
    {id: "price.usd", was: "$18.70", is: "$18.90"},
  ]);
});

test("a number that the evidence does not have is told as it comes in and as it goes", async () => {
  const written = await versionOf("2025-07-02T00:00:00Z");
  const edited = {...written, text: `${written.text}\n\nIt rose 99.9% since.\n`};
  expect(figureDifferences(written, edited)).toEqual([]);
  expect(unsupportedDifferences(written, edited)).toEqual([{text: "99.9%", came: true}]);
  expect(unsupportedDifferences(edited, written)).toEqual([{text: "99.9%", came: false}]);
  expect(unsupportedDifferences(edited, edited)).toEqual([]);
});
