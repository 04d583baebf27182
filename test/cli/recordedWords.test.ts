import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, temporary} from "./support.ts";

/** Words that every object of JavaScript knows, where a record says something of its own. */
const places: readonly (readonly [file: string, from: RegExp])[] = [
  ["evidence.json", /(?<="locale": ")[^"]+/],
  ["evidence.json", /(?<="template": ")[^"]+/],
  ["evidence.json", /(?<="unit": ")[^"]+/],
  ["snapshot/manifest.json", /(?<="id": ")[^"]+/],
  ["snapshot/manifest.json", /(?<="source": ")[^"]+/],
  ["snapshot/manifest.json", /(?<="endpoint": ")[^"]+/],
];

test("a record that says __proto__ or constructor is refused or differs, and is no bug", async () => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  const order = ["note", "gadget", "--source", "files", "--data", "data", "--as-of", asOf];
  expect(await assay(place.path, [...order, "--format", "md"])).toMatchObject({code: 0});
  const note = "output/2026-03-20-gadget";
  for (const [file, from] of places) {
    const path = join(place.path, note, file);
    const whole = readFileSync(path, "utf8");
    expect(whole).toMatch(from);
    for (const word of ["__proto__", "constructor"]) {
      writeFileSync(path, whole.replace(from, word));
      const {code, stderr} = await assay(place.path, ["replay", note]);
      expect([2, 3, 4, 5, 6], `${file} ${from}: ${stderr}`).toContain(code);
      expect(stderr).not.toMatch(/^ +at |this is a bug/m);
    }
    writeFileSync(path, whole);
  }
});
