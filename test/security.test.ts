import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {expect, test} from "vitest";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

test("every test that docs/security.md names is there", () => {
  const named = read("docs/security.md")
    .split("\n")
    .flatMap(line => {
      let file = "";
      return [...line.matchAll(/`(test\/[\w/.-]+)`|“([^”]+)”/g)].flatMap(([, path, title]) => {
        file = path ?? file;
        return [{file, title}];
      });
    });
  expect(named.length).toBeGreaterThan(40);
  const missing = named.filter(
    ({file, title}) => title !== undefined && !read(file).includes(title),
  );
  expect(missing).toEqual([]);
});
