import {expect, test} from "vitest";
import type {PeerRow, PeersFinding} from "../../src/model/finding.ts";
import {peersExhibits} from "../../src/narrative/peersExhibit.ts";

const row = (id: string, change: number) =>
  ({
    asset: {id, symbol: id.toUpperCase(), name: id},
    change30d: {value: change, asOf: "2026-03-19T00:00:00Z", origin: {formula: "", inputs: []}},
  }) as unknown as PeerRow;

/** Five that are shown, from −20 % to 20 %, and one more of the sector. */
const among = (change: number) => {
  const [table] = peersExhibits(
    {
      rows: [row("own", 0), row("a", 0.2), row("b", 0.1), row("c", -0.1), row("d", -0.2)],
      rest: [row("small", change)],
      median: {},
      size: {asOf: "2026-03-19T00:00:00Z"},
    } as unknown as PeersFinding,
    {id: "elsewhere", symbol: "OWN", name: "elsewhere"},
  );
  return table?.kind === "sector-table" ? table.ends : undefined;
};

test("a caption that names the first and the last of a sector says where only those shown are meant", () => {
  expect(among(0.15)).toMatchObject({among: "all", best: {name: "a"}, worst: {name: "d"}});
  expect(among(0.3)).toMatchObject({among: "shown", best: {name: "a"}});
  expect(among(-0.3)).toMatchObject({among: "shown", worst: {name: "d"}});
});
