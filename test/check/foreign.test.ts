import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {draftOf} from "../walk.ts";

const {draft} = await draftOf({
  coin: "bittensor",
  data: "samples/bittensor",
  asOf: "2026-03-21T21:07:00Z",
});
const faultsOf = (text: string) => check(text, draft.evidence);

describe("of a text that nobody generated", () => {
  test.each([
    "TAO trades at $270.68, up on volume.",
    "Volume rose as the price reached $270.68.",
    "The market turned over $338.28 million, and the coin is the 36th largest.",
    "TAO fell 4.17% against Bitcoin.",
    "It costs 0.00383 BTC.",
    "Bitcoin itself rose 0.55%.",
    "The headline reads “a <still> life”.",
  ])("nothing is said against a right number, whatever stands about it: %s", text =>
    expect(faultsOf(text)).toEqual([]),
  );

  test.each([
    "Bitcoin trades at $270.68.",
    "It costs 0.00384 BTC.",
    "The price is $338.28 million.",
    "Bitcoin’s typical turnover lies in a 5–8 % range.",
  ])("a number of another thing is found: %s", text => expect(faultsOf(text)).not.toEqual([]));

  test.each([
    "It could double in size.",
    "About 64 % of the coins are locked.",
    "Fees were $64 a day, and 36.4 million coins moved.",
    "The best of them gained 47%.",
  ])("no figure is suggested where none is surely meant: %s", text =>
    expect(faultsOf(text).filter(({suggestion}) => suggestion !== undefined)).toEqual([]),
  );

  test("a table of its own is not held against the note's", () =>
    expect(
      faultsOf("| Coin | Founded by |\n| --- | --- |\n| Bittensor | two engineers |\n"),
    ).toEqual([]));
});
