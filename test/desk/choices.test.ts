import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {coinsSchema, orderChoicesSchema} from "../../src/desk/api/choicesShapes.ts";
import {orderedSchema} from "../../src/desk/api/shapes.ts";
import {answersFolder} from "../../src/sources/answersFolder.ts";
import {cachedFetcher} from "../../src/sources/cache.ts";
import {answersOn, asOf, lay, madeUp} from "../cli/madeUpData.ts";
import {answered, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
let ask: ReturnType<ReviewRoom["open"]>;
beforeAll(async () => {
  room = await reviewRoom();
  const answers = lay(join(room.folder, "answers"), {
    ...madeUp(),
    ...answersOn("solana", "sol", "Solana"),
  });
  const {workspace} = room.wish();
  const datasets = {...workspace.datasets, answers, snapshots: room.folder};
  ask = room.open({workspace: {...workspace, datasets}, defaults: {locale: "tr"}});
});
afterAll(() => room?.close());

const coins = async (query: string) =>
  answered(coinsSchema, await ask("vera", `/api/coins${query}`));
const idsOf = ({coins}: {coins: readonly {id: string}[]}) => coins.map(({id}) => id);

test("coins are found by name, symbol and id, the nearest first, with the data that have them", async () => {
  expect(await coins("?q=gdt")).toEqual({
    coins: [
      {id: "gadget", symbol: "GDT", name: "Gadget", data: ["recorded", "answers"], live: false},
    ],
    liveListed: false,
  });
  expect(idsOf(await coins("?q=Bridged"))).toEqual(["widget-bridged"]);
  expect(idsOf(await coins("?q=etherium"))).toEqual(["ethereum"]);
  expect(idsOf(await coins("?q=zzzzz"))).toEqual([]);
  expect(idsOf(await coins(""))).toContain("bitcoin");
});

test("what is found may be ordered, and what may not is not found", async () => {
  const order = (body: object) =>
    ask("will", "/api/notes", {body: {coin: "solana", data: "answers", ...body}});
  expect(idsOf(await coins(`?q=solana&data=answers&asOf=${asOf}`))).toEqual(["solana"]);
  expect(idsOf(await coins(`?q=solana&data=recorded&asOf=${asOf}`))).toEqual([]);
  await answered(orderedSchema, await order({asOf}));
  // Its answers are of that day alone.
  const later = "2026-03-22T02:00:00Z";
  expect(idsOf(await coins(`?q=solana&data=answers&asOf=${later}`))).toEqual([]);
  const {errors} = await problemOf(await order({asOf: later}), 422);
  expect(errors?.[0]).toMatchObject({field: "coin"});
  expect(errors?.[0]?.says).toContain("give an asOf within a day");
  const unknown = await problemOf(await order({coin: "zzzzz"}), 422);
  expect(unknown.errors?.[0]?.says).toMatch(
    /^zzzzz is not in the data set answers: there are bitcoin, /,
  );
  // Who names no time has the newest that the data have.
  expect(idsOf(await coins("?q=solana&data=answers"))).toEqual(["solana"]);
  await answered(orderedSchema, await order({}));
});

test("coins of the live source are found once its list was asked for", async () => {
  const env = {...room.wish().env, COINGECKO_BASE_URL: "http://127.0.0.1:9/api/v3"};
  const list = [{id: "dogwifcoin", symbol: "wif", name: "dogwifhat"}];
  const url = "http://127.0.0.1:9/api/v3/coins/list";
  const asked = {source: "coingecko", endpoint: "/coins/list", query: {}, url, headers: {}};
  await cachedFetcher(
    async ({source, endpoint, query, url}) => ({
      source,
      endpoint,
      query,
      url,
      fetchedAt: new Date().toISOString(),
      mediaType: "application/json",
      body: Buffer.from(JSON.stringify(list)),
    }),
    {folder: answersFolder(env), maxAgeMs: () => 1000, count: () => 1},
    {now: () => new Date()},
  )(asked);
  const live = room.open({env});
  expect(await answered(coinsSchema, await live("vera", "/api/coins?q=wif"))).toEqual({
    coins: [{id: "dogwifcoin", symbol: "WIF", name: "dogwifhat", data: [], live: true}],
    liveListed: true,
  });
});

test("an order's choices are those that its door lets through", async () => {
  const choices = await answered(orderChoicesSchema, await ask("vera", "/api/order-choices"));
  expect(choices).toMatchObject({
    data: ["recorded", "answers", "snapshots"],
    locales: ["en", "tr"],
    templates: ["coin-note"],
    defaults: {source: "coingecko", locale: "tr", template: "coin-note"},
  });
  expect(choices.sources.find(({name}) => name === "coingecko")).toEqual({
    name: "coingecko",
    needsData: false,
    nowOnly: true,
    scans: true,
  });
  // It is a part of another template.
  const body = {coin: "gadget", data: "recorded", asOf, template: "block"};
  const {errors} = await problemOf(await ask("will", "/api/notes", {body}), 422);
  expect(errors).toEqual([{field: "template", says: "is no template here; there are coin-note"}]);
});
