import {expect, test} from "vitest";
import {openChecker, ownChecker} from "../../../src/desk/checker/checker.ts";
import {draftOf} from "../../walk.ts";

const draft = async (asOf: string) =>
  (await draftOf({coin: "tessilith", source: "files", data: "samples/simulated", asOf})).draft;

test("threads say of a text what the calling thread says, of whatever drafts and however many ask", async () => {
  const drafts = [
    {digest: "1", draft: await draft("2025-05-20T00:00:00Z")},
    {digest: "2", draft: await draft("2025-07-02T00:00:00Z")},
  ];
  await using checker = openChecker();
  const texts = drafts.flatMap(known =>
    ["", "\nIt rose by 99%.\n"].map(more => ({known, text: known.draft.markdown + more})),
  );
  await Promise.all(
    texts.map(async ({known, text}) => {
      expect(await checker.revise(known, text)).toEqual(await ownChecker.revise(known, text));
      expect(await checker.examine(known, text)).toEqual(await ownChecker.examine(known, text));
    }),
  );
});

test("who asks while it closes is answered", async () => {
  const known = {digest: "1", draft: await draft("2025-07-02T00:00:00Z")};
  const text = `${known.draft.markdown}\nMore.\n`;
  const checker = openChecker();
  const before = checker.revise(known, text);
  const closing = checker[Symbol.asyncDispose]();
  const after = checker.revise(known, text);
  expect(await before).toEqual(await after);
  await closing;
});
