import {describe, expect, test} from "vitest";
import {walk} from "./walk.ts";

/** The samples' notes and charts, to be looked at when they change: `npx vitest run -u` writes them anew. */

describe.each([
  ["bittensor", "en", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "en", "samples/simulated", "2025-07-02T00:00:00Z"],
  ["bittensor", "tr", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "tr", "samples/simulated", "2025-07-02T00:00:00Z"],
])("the sample note on %s in %s", (coin, locale, data, asOf) => {
  const folder = locale === "en" ? coin : `${coin}-${locale}`;
  test("comes out as it was last looked at", async () => {
    const {files} = await walk({coin, data, asOf, locale});
    for (const [path, content] of files)
      if (path.endsWith(".md") || path.endsWith(".svg"))
        await expect(String(content)).toMatchFileSnapshot(`golden/notes/${folder}/${path}`);
  });
});
