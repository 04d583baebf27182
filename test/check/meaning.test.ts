import {assert, constantFrom, property, string} from "fast-check";
import {expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import type {Evidence} from "../../src/model/evidence.ts";
import {asOf, evidenceWith} from "./evidence.ts";

type EvidenceFigure = Evidence["figures"][number];

const about = (figure: Pick<EvidenceFigure, "id" | "value" | "unit" | "quantity" | "of">) => ({
  ...evidenceWith([]),
  figures: [{...figure, asOf, origin: {parameter: "given"}, printed: []}],
});

/** Ids that would mislead whoever reads them. */
const id = constantFrom(
  ...["supply.circulating", "marketCap.usd", "volume24h.usd", "venues.depth.up", "parameter.hours"],
  ...["price.usd", "reading.minutes", "fullyDilutedValuation.usd", "resupplyvolume"],
);

const texts = [
  ["The price was $277.43.", {unit: "USD", quantity: "price", value: 277.43}],
  ["The market cap was $2.66bn.", {unit: "USD", quantity: "market-cap", value: 2.66e9}],
  ["Trading volume was $459m.", {unit: "USD", quantity: "volume", value: 459e6}],
  ["The supply is 21,000,000 coins.", {unit: "tokens", quantity: "supply", value: 21e6}],
  ["That was in the last 24 hours.", {unit: "hours", quantity: undefined, value: 24}],
] as const;

test.each(texts)(
  "what a number is of is read from the figure, never from its id: %s",
  (text, said) => {
    const faults = (figure: Partial<EvidenceFigure>, name: string) => {
      const {quantity, ...rest} = {...said, ...figure};
      const made = {id: name, of: "asset" as const, ...rest, ...(quantity && {quantity})};
      return check(text, about(made)).map(({kind}) => kind);
    };
    assert(
      property(id, string(), (misleading, any) => {
        expect(faults({}, misleading)).toEqual([]);
        expect(faults({}, any)).toEqual([]);
        // The same number of another thing is another number, whatever it is called.
        if (said.unit === "USD") {
          const other = said.quantity === "volume" ? "market-cap" : "supply";
          expect(faults({quantity: other}, misleading)).toEqual(["wrong-quantity"]);
        }
      }),
      {numRuns: 40},
    );
  },
);
