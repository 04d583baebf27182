import {expect, test} from "vitest";
import {watchReach} from "../../../src/desk/web/frame/reach.ts";

/** A desk that is away until told, and a clock that goes when told. */
function watched() {
  let wrong: string | undefined = "the desk does not answer";
  let at = 0;
  let planned: {readonly act: () => void; readonly ms: number} | undefined;
  const waits: number[] = [];
  let backs = 0;
  const watch = watchReach({
    probe: async () => wrong,
    later(act, ms) {
      planned = {act, ms};
      waits.push(ms);
      return () => {
        planned = undefined;
      };
    },
    now: () => new Date(at),
    back: () => {
      backs += 1;
    },
  });
  return {
    ...watch,
    waits,
    backs: () => backs,
    mend: () => {
      wrong = undefined;
    },
    async pass() {
      const {act, ms} = planned ?? {act() {}, ms: 0};
      at += ms;
      planned = undefined;
      act();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

test("a desk that does not answer is asked again, less and less often", async () => {
  const {reach, heard, pass, waits} = watched();
  heard();
  expect(reach.value).toEqual({there: true});
  heard("the desk does not answer");
  for (let nth = 0; nth < 6; nth++) await pass();
  expect(waits).toEqual([2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000]);
  expect(reach.value).toMatchObject({there: false, since: new Date(0)});
});

test("once it answers all is fetched anew, once", async () => {
  const {reach, heard, mend, pass, backs, waits} = watched();
  heard("the desk does not answer");
  heard("the desk does not answer");
  expect(waits).toHaveLength(1);
  mend();
  await pass();
  heard();
  expect(reach.value).toEqual({there: true});
  expect(backs()).toBe(1);
});

test("any answer ends the waiting, and whoever cannot wait asks at once", async () => {
  const {reach, heard, tryNow, mend, backs} = watched();
  heard("the desk does not answer");
  heard();
  expect(reach.value).toEqual({there: true});
  heard("The store cannot be reached.");
  mend();
  tryNow();
  await new Promise(resolve => setImmediate(resolve));
  expect(reach.value).toEqual({there: true});
  expect(backs()).toBe(2);
});
