import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {openAllowance} from "../../src/desk/api/allowance.ts";
import {openDesk} from "./newsroom.ts";

// However long the requests take, no time passes.
beforeEach(() => void vi.useFakeTimers({toFake: ["Date"]}));
afterEach(() => void vi.useRealTimers());

test.each([
  [
    "saves",
    "/api/drafts/d1/text",
    {method: "PUT", body: "# Şöyle\n", headers: {"if-match": '"4"'}},
  ],
  ["checks", "/api/drafts/d1/check", {method: "POST", body: {text: "# Şöyle\n"}}],
] as const)(
  "who asks for too many %s is told when to come again, and nobody else",
  async (_, path, what) => {
    const {ask} = openDesk();
    for (let n = 0; n < 300; n++)
      expect((await ask(path, {...what, as: "writer"})).status).toBe(200);
    const refused = await ask(path, {...what, as: "writer"});
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await ask(path, {...what, as: "editor"})).status).toBe(200);
    expect((await ask("/api/drafts/d1/text", {as: "writer"})).status).toBe(200);
  },
);

test("what was used comes back with time, and no more of it than there was", () => {
  let now = 0;
  const {take} = openAllowance(() => now);
  const taken = () => {
    let n = 0;
    while (take("will", "save") === undefined) n++;
    return n;
  };
  expect(taken()).toBe(300);
  expect(take("will", "save")).toBe(200);
  expect(take("will", "check")).toBeUndefined();
  now += 1000;
  expect(taken()).toBe(5);
  now += 3_600_000;
  expect(taken()).toBe(300);
});
