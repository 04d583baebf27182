import {expect, test} from "vitest";
import {plainWorkspace} from "../../src/config/workspace.ts";
import {draftSchema} from "../../src/model/draft.ts";
import {press, styleOf, write} from "../../src/report.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf, pressing, type Wish, walk} from "../walk.ts";

/** With the fields of every object in another order, as a database may give them back. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

async function expectToSurvive(wish: Wish) {
  const {draft, snapshot} = await draftOf(wish);
  const back = draftSchema.parse(shuffled(JSON.parse(JSON.stringify(draft))));
  expect(back).toEqual(draft);
  expect(JSON.stringify(back.evidence)).toBe(JSON.stringify(draft.evidence));
  const style = await styleOf(plainWorkspace);
  expect(write(draft.order, snapshot, style)).toEqual(draft);
  const formats = ["md", "html"] as const;
  const {files} = await press(back, back.markdown, style, formats, pressing);
  const made = (await walk(wish, formats)).files;
  for (const [path, content] of files)
    expect(Buffer.from(content).equals(Buffer.from(made.get(path) ?? "")), path).toBe(true);
  const stored = JSON.stringify(draft);
  for (const path of [process.cwd(), recordedData, "samples/"]) expect(stored).not.toContain(path);
}

test.each([
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"},
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z", locale: "tr"},
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"},
])(
  "a draft is stored, read back and pressed to the same bytes, and holds no path (%o)",
  expectToSurvive,
);

recordedTest(
  "the same for coins of the recorded data, young and old",
  async () => {
    for (const coin of ["bittensor", "bitcoin", "pudgy-penguins", "tether"])
      await expectToSurvive({coin, data: recordedData, asOf: "2026-03-20T02:00:00Z"});
  },
  120_000,
);
