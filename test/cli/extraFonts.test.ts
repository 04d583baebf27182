import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, temporary} from "./support.ts";

/** Lets no program find the fonts that only come when they are asked for. */
const without = `data:text/javascript,${encodeURIComponent(`
  import Module from "node:module";
  const found = Module._resolveFilename;
  Module._resolveFilename = function (name, ...rest) {
    if (/noto-sans-(sc|kr)/.test(name)) throw new Error(name + " is not installed");
    return found.call(this, name, ...rest);
  };
`)}`;

/** Notes on a coin with such a name, with the fonts and without them. */
async function named(name: string) {
  using place = temporary();
  const files = Object.entries(madeUp()).map(([path, content]) => [
    path,
    String(content).replaceAll("Gadget", name),
  ]);
  lay(join(place.path, "data"), Object.fromEntries(files));
  const made = async (out: string, env = {}) => {
    const data = ["--source", "files", "--data", "data", "--as-of", asOf, "--format", "html,md"];
    const run = await assay(place.path, ["note", "gadget", ...data, "-o", out], env);
    expect(run).toMatchObject({code: 0});
    const html = readFileSync(join(place.path, out, "2026-03-20-gadget/note.html"), "utf8");
    return {html, stderr: run.stderr};
  };
  return {
    installed: await made("a"),
    lacking: await made("b", {NODE_OPTIONS: `--import ${without}`}),
  };
}

test("a page that needs a large font is made without it, and the command that brings it is told", async () => {
  const {installed, lacking} = await named("泰西石 한국");
  expect(installed.stderr).not.toContain("npm install");
  expect(installed.html).toContain("泰西石 한국");
  expect(lacking.stderr).toMatch(
    /^ {2}npm install @fontsource\/noto-sans-sc @fontsource\/noto-sans-kr$/m,
  );
  expect(lacking.html).toMatch(/<h1[^>]*>GDT /);
});

test("signs of mathematics come along: a page without foreign names is the same with those fonts and without", async () => {
  const {installed, lacking} = await named("Gadget √≤≥≈→∞");
  expect(lacking.stderr).not.toContain("no font of ours");
  expect(lacking.html).toBe(installed.html);
});
