import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {expect} from "vitest";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/headlines.md"), "utf8");
const rows = [...page.matchAll(/^\| `([^`]+)` \| (\S+Z) \| (.+?) \| .+ \|$/gm)];

recordedTest(
  "the headlines of docs/headlines.md are those that the days get",
  async () => {
    expect(rows).toHaveLength(20);
    for (const [, coin = "", asOf = "", headline] of rows) {
      const {draft} = await draftOf({coin, data: recordedData, asOf, locale: "en"});
      expect(draft.faults).toEqual([]);
      expect(/^# (.*)$/m.exec(draft.markdown)?.[1]).toBe(headline);
    }
  },
  300_000,
);
