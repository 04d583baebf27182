import {expect, test, vi} from "vitest";
import {openNames} from "../../../src/desk/web/runs/coinNames.ts";

test("a coin is called by its name once that is known, and is asked for once", async () => {
  const of = (id: string, name: string) => ({id, name, symbol: "X", data: [], live: false});
  const ask = vi.fn(async (id: string) => {
    if (id === "away") throw new Error("away");
    return {
      coins: [of(`${id}-classic`, "Another"), ...(id === "gadget" ? [of(id, "Gadget")] : [])],
    };
  });
  const nameOf = openNames(ask);
  expect(nameOf("gadget")).toBe("gadget");
  await vi.waitFor(() => expect(nameOf("gadget")).toBe("Gadget"));
  for (const id of ["nobody", "away"]) nameOf(id);
  await Promise.resolve();
  expect([nameOf("nobody"), nameOf("away")]).toEqual(["nobody", "away"]);
  expect(ask).toHaveBeenCalledTimes(3);
});
