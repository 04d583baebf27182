import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, test} from "vitest";
import {record} from "../../src/snapshots/record.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";
import {loadSectors} from "../../src/sources/sector.ts";
import {asOf, csv, type Files, lay, madeUp, withManifest} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";

describe("lists beside the profiles", () => {
  test("those that come along are read, named in the locale", async () => {
    const folder = resolve(import.meta.dirname, "../../profiles");
    const [english, turkish] = await Promise.all([
      loadSectors(folder, "en"),
      loadSectors(folder, "tr"),
    ]);
    expect(english.find(({id}) => id === "ai")).toMatchObject({name: "AI coins"});
    expect(turkish.find(({id}) => id === "ai")).toMatchObject({name: "Yapay zekâ coinleri"});
    const members = english.flatMap(one => one.members);
    expect(new Set(members).size).toBe(members.length);
    expect(await loadSectors(folder, "de")).toEqual(english);
  });

  test("a folder without them has none", async () => {
    using place = temporary();
    expect(await loadSectors(place.path, "en")).toEqual([]);
    expect(await loadSectors(join(place.path, "no"), "en")).toEqual([]);
  });

  test.each([
    ["no YAML", "sectors: [", /_sectors\.yaml is not YAML/],
    ["no lists", "hello", /docs\/profiles\.md/],
    [
      "one with one member",
      "schema: assay/sectors@1\nsectors: [{id: a, name: {en: A}, members: [x]}]",
      /sectors\.0\.members is .* 2 to 100 ids/,
    ],
  ])("a file of %s is refused", async (_, text, says) => {
    using place = temporary();
    writeFileSync(join(place.path, "_sectors.yaml"), text);
    await expect(loadSectors(place.path, "en")).rejects.toThrow(says);
  });
});

describe("in a folder of data", () => {
  const list = {id: "tools", name: "tools", members: ["gadget", "ethereum", "ripple"]};
  const assets = {file: "assets.csv", symbol: "symbol", id: "id", name: "name", sector: "group"};
  const grouped: Files = {
    ...withManifest({assets}),
    "assets.csv": csv([
      ["id", "symbol", "name", "group"],
      ["bitcoin", "BTC", "Bitcoin", ""],
      ["gadget", "GDT", "Gadget", "Large gadgets"],
      ["ethereum", "ETH", "Ethereum", "Large gadgets"],
      ["ripple", "XRP", "XRP", "Small ones"],
    ]),
  };
  async function marketOf(wish: Parameters<typeof gatherFiles>[3], files: Files = {}) {
    using place = temporary();
    lay(place.path, {...madeUp(), ...files});
    return readMarket(record(await gatherFiles(place.path, "gadget", asOf, wish), asOf));
  }

  test("the coin's own group comes before the lists, and the lists before nothing", async () => {
    expect((await marketOf({lists: [list]}, grouped)).sector).toEqual({
      id: "large-gadgets",
      name: "Large gadgets",
      by: "list",
      members: ["gadget", "ethereum"],
    });
    expect((await marketOf({lists: [list]})).sector).toEqual({...list, by: "list"});
    expect((await marketOf({lists: [{...list, members: ["ripple", "x"]}]})).sector).toBeUndefined();
  });

  test("one that was asked for comes before all of these", async () => {
    const own = {id: "own", name: "own", members: ["ripple", "bitcoin"]};
    expect((await marketOf({asked: "own", lists: [own, list]}, grouped)).sector).toMatchObject({
      id: "own",
    });
    expect((await marketOf({asked: "tools", lists: [list]}, grouped)).sector).toMatchObject({
      id: "tools",
    });
    expect((await marketOf({asked: "small-ones", lists: []}, grouped)).sector).toMatchObject({
      members: ["ripple"],
    });
    await expect(marketOf({asked: "smal-ones", lists: [list]}, grouped)).rejects.toThrow(
      /no sector "smal-ones": known are small-ones/,
    );
  });

  test("members bring two months of closes, the asset aside, and nothing of other coins", async () => {
    const {sectorCloses, sectorPeers} = await marketOf({lists: [list]});
    expect(sectorCloses.map(({id}) => id)).toEqual(["close.ethereum", "close.ripple"]);
    // Ethereum is a quote too, and goes back further.
    expect(sectorCloses[1]!.dates.length).toBeGreaterThan(60);
    expect(sectorPeers.map(({asset}) => asset.name)).toEqual(["Ethereum", "XRP"]);
  });

  test("a peer's last cap and volume are read with their cells, unless they are old", async () => {
    const rows = (day: string) => ({
      "activity.csv": csv([
        ["date", "symbol", "volume", "market_cap"],
        ["2026-03-16", "XRP", 1, 2],
        [day, "XRP", 30, 400],
        [day, "ETH", 0, ""],
      ]),
    });
    const {sectorPeers} = await marketOf({lists: [list]}, rows("2026-03-18"));
    expect(sectorPeers[1]!.state).toMatchObject({
      volume24h: {value: 30, asOf: "2026-03-19T00:00:00Z", pointer: "#cell=3,3"},
      marketCap: {value: 400, pointer: "#cell=3,4"},
    });
    expect(sectorPeers[0]!.state).toEqual({});
    const old = await marketOf({lists: [list]}, rows("2026-03-15"));
    expect(old.sectorPeers[1]!.state).toMatchObject({marketCap: {value: 2}});
    expect(
      (await marketOf({lists: [list]}, rows("2026-03-20"))).sectorPeers[1]!.state,
    ).toMatchObject({
      marketCap: {value: 2},
    });
  });
});
