import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {expect, test} from "vitest";
import {loosened, oneDay, tied} from "../check/claims/evidence.ts";

const source = readFileSync(resolve(import.meta.dirname, "../../src/model/figureNames.ts"), "utf8");

/** Ids as they are written out, with any text where a window or a coin goes. */
const written = [...source.matchAll(/["`]([a-zA-Z][\w.${}]*)["`]/g)].map(([, id = ""]) => id);
const patterns = written.map(
  id =>
    new RegExp(
      `^${id
        .split(/\$\{\w+\}/)
        .map(RegExp.escape)
        .join(".+")}$`,
    ),
);

const figures = [oneDay, loosened, tied].flatMap(evidence => evidence.figures);

test("an id in the evidence is found where all ids are written out", () => {
  const lost = figures.filter(({id}) => !patterns.some(pattern => pattern.test(id)));
  expect(lost.map(({id}) => id)).toEqual([]);
});

test("no id is written out twice", () => {
  const ids = written.filter(id => id.includes("."));
  expect(ids).toEqual([...new Set(ids)]);
});

test("every amount says of what it is", () => {
  const amounts = figures.filter(({unit}) => unit === "USD" || unit === "tokens");
  expect(amounts.length).toBeGreaterThan(100);
  expect(amounts.filter(({quantity}) => quantity === undefined)).toEqual([]);
});

test("what was fixed beforehand is nobody's number", () => {
  const fixed = figures.filter(({origin}) => "parameter" in origin);
  const others = fixed.filter(({of}) => of !== "method").map(({id}) => id.replace(/\d+d/, "<>d"));
  // A probability is the case's, and fixed with it.
  expect([...new Set(others)]).toEqual([
    "cases.<>d.bear.probability",
    "cases.<>d.base.probability",
    "cases.<>d.bull.probability",
  ]);
});
