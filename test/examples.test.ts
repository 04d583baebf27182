import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {expect, test} from "vitest";

/** Every `@example expression // value` of a docstring is run and compared with what it says. */
const source = resolve(import.meta.dirname, "../src");
const examples = readdirSync(source, {recursive: true, encoding: "utf8"})
  .filter(name => name.endsWith(".ts"))
  .flatMap(name =>
    [...readFileSync(join(source, name), "utf8").matchAll(/@example (.+) \/\/ (.+)$/gm)].map(
      ([, expression, value]) => ({name, expression: expression!, value: value!}),
    ),
  );

test("there are examples", () => expect(examples.length).toBeGreaterThan(30));

test.each(examples)("$name: $expression", async ({name, expression, value}) => {
  const module = (await import(join(source, name))) as Record<string, unknown>;
  const names = Object.keys(module);
  const found: unknown = new Function(...names, `return (${expression});`)(
    ...names.map(one => module[one]),
  );
  if (value === "undefined") expect(found).toBeUndefined();
  else expectSame(JSON.parse(JSON.stringify(found)), JSON.parse(value));
});

function expectSame(found: unknown, expected: unknown): void {
  if (typeof expected === "number" && typeof found === "number") {
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
  } else if (expected !== null && typeof expected === "object") {
    expect(Object.keys(found as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected))
      expectSame((found as Record<string, unknown>)[key], value);
  } else {
    expect(found).toEqual(expected);
  }
}
