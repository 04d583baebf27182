import {mkdtemp, mkdtempDisposable, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {inspect} from "node:util";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {
  ExpectedError,
  SourceChanged,
  SourceUnavailable,
  UsageError,
} from "../../src/model/errors.ts";
import {record} from "../../src/snapshots/record.ts";
import {
  coinGeckoAccess,
  coinGeckoFetcher,
  gatherCoinGecko,
  resolveCoin,
} from "../../src/sources/coingeckoLive.ts";
import {readMarket} from "../../src/sources/market.ts";
import type {SectorWish} from "../../src/sources/sector.ts";
import {
  type AnswerServer,
  html,
  json,
  type Reply,
  startAnswerServer,
  status,
  truncated,
} from "../servers/answerServer.ts";
import {type FakeTime, fakeTime} from "../servers/fakeTime.ts";
import {
  chartAnswer,
  coinAnswer,
  madeUpCategory,
  madeUpNow,
  marketRow,
  serveMadeUpCoinGecko,
} from "../servers/madeUpCoinGecko.ts";
import {
  asReply,
  hasRecordings,
  needsRecordings,
  recordedErrors,
  serveRecordedCoinGecko,
} from "../servers/recordings.ts";

const gadget = {id: "gadget", symbol: "GDT", name: "gadget"};
const key = "CG-very-secret-key";
let server: AnswerServer;
let time: FakeTime;

beforeEach(async () => {
  vi.stubEnv("NO_PROXY", "127.0.0.1,localhost");
  server = await startAnswerServer();
  serveMadeUpCoinGecko(server);
  // Without a list of categories there is no sector; see "the sector".
  server.on("/coins/categories", json([]));
  time = fakeTime(madeUpNow);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

async function live(more: Record<string, string> = {}, cacheFolder?: string) {
  const env = {COINGECKO_BASE_URL: server.url, ASSAY_COINGECKO_CALLS_PER_MINUTE: "1000", ...more};
  return {env, fetch: await coinGeckoFetcher(env, cacheFolder, time)};
}
const gather = async (more = {}) => gatherCoinGecko(gadget, await live(more));
const resolve = async (coin: string) => resolveCoin(coin, await live());
const failure = async (promise: Promise<unknown>): Promise<ExpectedError> => {
  const error = await promise.then(
    () => new Error("expected it to fail"),
    problem => problem,
  );
  expect(error).toBeInstanceOf(ExpectedError);
  return error;
};

describe("access", () => {
  test("is keyless, demo or pro by the key in the environment, each at its own address", () => {
    expect(coinGeckoAccess({})).toEqual({
      kind: "keyless",
      base: "https://api.coingecko.com/api/v3",
      headers: {},
      callsPerMinute: 10,
    });
    expect(coinGeckoAccess({COINGECKO_DEMO_API_KEY: ` ${key} `})).toMatchObject({
      kind: "demo",
      base: "https://api.coingecko.com/api/v3",
      headers: {"x-cg-demo-api-key": key},
    });
    expect(
      coinGeckoAccess({COINGECKO_PRO_API_KEY: key, COINGECKO_DEMO_API_KEY: key}),
    ).toMatchObject({
      kind: "pro",
      base: "https://pro-api.coingecko.com/api/v3",
      headers: {"x-cg-pro-api-key": key},
    });
    expect(coinGeckoAccess({COINGECKO_DEMO_API_KEY: " ", COINGECKO_BASE_URL: ""}).kind).toBe(
      "keyless",
    );
  });

  test("takes address and pace from the environment", () => {
    const env = {
      COINGECKO_BASE_URL: "http://127.0.0.1:9/x/",
      ASSAY_COINGECKO_CALLS_PER_MINUTE: "3",
    };
    expect(coinGeckoAccess(env)).toMatchObject({base: "http://127.0.0.1:9/x", callsPerMinute: 3});
  });

  test.each([
    ["a key with a line break", {COINGECKO_DEMO_API_KEY: "CG-very\nsecret-key"}],
    ["a key that is a word", {COINGECKO_PRO_API_KEY: "secret"}],
    ["an address that is none", {COINGECKO_BASE_URL: "api.example"}],
    ["an address of another kind", {COINGECKO_BASE_URL: "file:///etc/passwd"}],
    ["an address with a password", {COINGECKO_BASE_URL: "https://me:secret@api.example"}],
    ["a pace of nothing", {ASSAY_COINGECKO_CALLS_PER_MINUTE: "0"}],
    ["a pace that is a word", {ASSAY_COINGECKO_CALLS_PER_MINUTE: "fast"}],
  ])("refuses %s, without repeating a secret", (_, env) => {
    let message = "";
    try {
      coinGeckoAccess(env);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      message = (error as Error).message;
    }
    expect(message).toContain(Object.keys(env)[0]);
    expect(message).not.toContain("secret");
  });
});

describe("gathering", () => {
  test("asks once for each of what a note needs, in order", async () => {
    const gathered = await gather();
    expect(gathered.answers.map(({endpoint, query}) => [endpoint, query.id ?? ""])).toEqual([
      ["/search/trending", ""],
      ["/coins/markets", ""],
      ["/coins/{id}", "gadget"],
      ["/coins/{id}/market_chart", "gadget"],
      ["/coins/{id}/market_chart", "bitcoin"],
      ["/coins/{id}/tickers", "gadget"],
      ["/coins/categories", ""],
    ]);
    expect(gathered).toMatchObject({
      asset: gadget,
      simulated: false,
      asOf: madeUpNow,
    });
    expect(gathered.benchmark).toEqual({id: "bitcoin", symbol: "BTC", name: "Bitcoin"});
    expect(gathered.missing).toEqual([]);
    expect(server.seen).toHaveLength(7);
  });

  test("asks for the closes of what a wrapped coin stands for, and tells what it is worth", async () => {
    const wrapped = {id: "weth", symbol: "WETH", name: "weth"};
    server.on("/coins/weth", json(coinAnswer("weth", "weth")));
    server.on("/coins/weth/tickers", json({name: "weth", tickers: []}));
    for (const id of ["weth", "ethereum"])
      server.on(`/coins/${id}/market_chart`, json(chartAnswer(90, () => 20)));
    const gathered = await gatherCoinGecko(wrapped, await live());
    const {ruler} = readMarket(record(gathered, gathered.asOf));
    expect(ruler).toMatchObject({code: "eth", units: 1, rate: {id: "close.ethereum"}});
    expect(gathered.answers.map(({source}) => source)).toContain("ruler");
  });

  test("puts the wall behind the last answer, to the second", async () => {
    time.pass(1);
    expect((await gather()).asOf).toBe("2026-03-20T01:53:01Z");
  });

  test("asks for a year of days, with a pro key for all of them; for depth; for the first page", async () => {
    await gather();
    const queryOf = (path: string) => server.seen.findLast(one => one.path === path)?.query;
    expect(queryOf("/coins/gadget/market_chart")).toEqual({
      vs_currency: "usd",
      days: "365",
      interval: "daily",
    });
    expect(queryOf("/coins/gadget/tickers")).toMatchObject({depth: "true"});
    expect(queryOf("/coins/markets")).toMatchObject({per_page: "250", page: "1"});
    await gather({COINGECKO_PRO_API_KEY: key});
    expect(queryOf("/coins/gadget/market_chart")).toMatchObject({days: "max"});
  });

  test("asks for the coin's own row where it is not in the first page", async () => {
    server.on("/coins/markets?page=1", json([marketRow("bitcoin", "btc")]));
    server.on("/coins/markets?ids=gadget", json([marketRow("gadget", "gdt")]));
    const {answers} = await gather();
    const markets = answers.filter(({endpoint}) => endpoint === "/coins/markets");
    expect(markets.map(({query}) => query.ids)).toEqual([undefined, "gadget"]);
  });

  test("of Bitcoin asks for its chart once", async () => {
    server.on(
      "/coins/bitcoin",
      json({id: "bitcoin", symbol: "btc", name: "Bitcoin", market_data: {}}),
    );
    server.on("/coins/bitcoin/tickers", json({tickers: []}));
    const bitcoin = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};
    const {answers} = await gatherCoinGecko(bitcoin, await live());
    expect(answers.filter(({endpoint}) => endpoint.includes("chart"))).toHaveLength(1);
  });

  test.each([
    ["/search/trending", "/search/trending"],
    ["/coins/gadget", "/coins/{id}"],
    ["/coins/gadget/tickers", "/coins/{id}/tickers"],
    ["/coins/categories", "/coins/categories"],
    ["/coins/bitcoin/market_chart", "/coins/{id}/market_chart"],
    ["/coins/markets", "/coins/markets"],
    ["/coins/gadget/market_chart", "/coins/{id}/market_chart"],
  ])("goes on without %s and says why", async (path, endpoint) => {
    server.on(path, status(500, "{}"));
    const {missing, answers} = await gather();
    expect(missing.map(one => one.endpoint)).toEqual([endpoint]);
    expect(missing[0]?.reason).toMatch(/500.*4 times/);
    expect(answers).toHaveLength(6);
  });

  test.each<[string, Reply]>([
    ["HTML", html()],
    ["{}", json({})],
    ["an empty body", {body: ""}],
    ["JSON that is cut", truncated([marketRow("gadget", "gdt")])],
    ["null fields", json([marketRow("gadget", "gdt", {id: null})])],
  ])("fails with a changed source where both vital answers are %s", async (_, reply) => {
    server.on("/coins/markets", reply);
    server.on("/coins/gadget/market_chart", reply);
    const error = await failure(gather());
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.exitCode).toBe(3);
    expect(error.message).toContain("/coins/markets");
    expect(server.seen.length).toBeLessThan(4);
  });

  test("fails where the source is out of reach, without asking for the rest", async () => {
    await server.close();
    const error = await failure(gather());
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toContain("ECONNREFUSED");
    expect(time.asked.length).toBeLessThan(10);
  });

  test("says that a coin has no market, and goes on with its history", async () => {
    server.on("/coins/markets", json([marketRow("bitcoin", "btc")]));
    server.on("/coins/markets?ids=gadget", json([]));
    const {missing} = await gather();
    expect(missing).toEqual([
      {endpoint: "/coins/markets", reason: "CoinGecko lists no market of gadget"},
    ]);
  });

  test("names an unknown coin as the mistake of whoever asked", async () => {
    server.on("/coins/gadget/market_chart", status(404, {error: "coin not found"}));
    const error = await failure(gather());
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain('no coin "gadget"');
  });

  test("asks nothing twice within the age of an answer, and never keeps a bad one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "assay-live-"));
    try {
      server.on("/coins/categories", html(), json([]));
      const first = await gatherCoinGecko(gadget, await live({}, folder));
      expect(first.missing).toHaveLength(1);
      const asked = server.seen.length;
      const second = await gatherCoinGecko(gadget, await live({}, folder));
      expect(second.missing).toEqual([]);
      expect(server.seen).toHaveLength(asked + 1);
      time.pass(24 * 3_600_000);
      await gatherCoinGecko(gadget, await live({}, folder));
      expect(server.seen).toHaveLength(asked + 8);
    } finally {
      await rm(folder, {recursive: true});
    }
  });
});

describe("an answer about another coin", () => {
  test("is neither used nor kept", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "assay-answers-"));
    server.on(
      "/coins/gadget",
      json(coinAnswer("bitcoin", "btc")),
      json(coinAnswer("gadget", "gdt")),
    );
    const resolved = async () => resolveCoin("gadget", await live({}, folder.path));
    expect(await failure(resolved())).toMatchObject({
      message: expect.stringMatching(/asked for "gadget" and answered about "bitcoin"/),
      exitCode: 3,
    });
    expect(await resolved()).toMatchObject({id: "gadget"});
  });

  test("is told by its symbol where the coin was asked for by symbol", async () => {
    server.on("/coins/gadget", json(coinAnswer("gadget", "wdg")));
    server.on("/coins/gdt", status(404, {error: "coin not found"}));
    const asset = await resolve("gdt");
    expect(asset).toMatchObject({id: "gadget", symbol: "GDT"});
    const error = await failure(live().then(effects => gatherCoinGecko(asset, effects)));
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toMatch(/gives gadget the symbol GDT and, in \/coins\/\{id\}, WDG/);
  });
});

describe("an empty answer", () => {
  test("of the list of coins is no proof that there is no such coin, and is not kept", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "assay-answers-"));
    const list = [{id: "gadget", symbol: "gdt", name: "Gadget"}];
    server.on("/coins/gdt", status(404, {error: "coin not found"}));
    server.on("/coins/list", json([]), json(list));
    const resolved = async () => resolveCoin("GDT", await live({}, folder.path));
    const error = await failure(resolved());
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toMatch(/empty list of coins.*run it again/);
    expect(await resolved()).toMatchObject({id: "gadget"});
  });

  test("of a history is asked again", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "assay-answers-"));
    const none = {prices: [], market_caps: [], total_volumes: []};
    server.on("/coins/gadget/market_chart", json(none), json(chartAnswer(366, () => 20)));
    const gathered = async () => gatherCoinGecko(gadget, await live({}, folder.path));
    await gathered();
    const market = readMarket(record(await gathered(), madeUpNow));
    expect(market.close?.dates).toHaveLength(366);
  });
});

describe("the sector", () => {
  const layer1 = {id: "layer-1", name: "Layer 1 (L1)"};
  const ecosystem = {id: "gadget-ecosystem", name: "Gadget Ecosystem"};
  const of = async (wish: SectorWish) => gatherCoinGecko(gadget, await live(), wish);
  const asked = () => server.seen.filter(({query}) => query.price_change_percentage === "30d");
  beforeEach(() => server.on("/coins/categories", json([ecosystem, layer1])));

  test("without a wish is the first of the coin's categories that puts like with like", async () => {
    server.on(
      "/coins/gadget",
      json(coinAnswer("gadget", "gdt", {categories: ["Gadget Ecosystem", null, "Layer 1 (L1)"]})),
    );
    const {answers, missing} = await of({lists: []});
    expect(missing).toEqual([]);
    expect(asked().map(({query}) => query)).toMatchObject([{category: "layer-1", page: "1"}]);
    const market = readMarket(record({...(await of({lists: []})), answers}, madeUpNow));
    expect(market.sector).toMatchObject({id: "layer-1", name: "Layer 1 (L1)", by: "category"});
    expect(market.sectorPeers.map(({asset}) => asset.id)).toEqual(madeUpCategory.slice(1));
    expect(market.sectorPeers[0]!.state.change30d).toMatchObject({value: 0.11});
    // The universe stays what it is: the page of the largest.
    expect(market.peers.map(({asset}) => asset.id)).toEqual(["bitcoin", "gadget"]);
  });

  test("is none where no category of the coin puts like with like", async () => {
    server.on(
      "/coins/gadget",
      json(coinAnswer("gadget", "gdt", {categories: ["Gadget Ecosystem", "Unlisted"]})),
    );
    await of({lists: []});
    expect(asked()).toEqual([]);
  });

  test("is the first list that has the coin, asked for by id and recorded", async () => {
    const list = {id: "tools", name: "tools", members: ["gadget", "widget", "cog"]};
    const other = {id: "toys", name: "toys", members: ["widget"]};
    const {answers} = await of({lists: [other, list]});
    expect(asked().map(({query}) => query.ids)).toEqual(["gadget,widget,cog"]);
    const {members, ...named} = list;
    expect(JSON.parse(String(answers.at(-1)!.body))).toEqual({...named, members});
  });

  test("that was asked for is a list or a category, by its id", async () => {
    const list = {id: "tools", name: "tools", members: ["widget", "cog"]};
    await of({asked: "tools", lists: [list]});
    await of({asked: "gadget-ecosystem", lists: [list]});
    expect(asked().map(({query}) => query.ids ?? query.category)).toEqual([
      "gadget,widget,cog",
      "gadget-ecosystem",
    ]);
  });

  test("that nobody knows is refused, with the ones that are near", async () => {
    const error = await failure(of({asked: "layer-2", lists: []}));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/no sector "layer-2": known are layer-1/);
  });

  test("is gone without where it is not to be had", async () => {
    server.on("/coins/markets?category=layer-1", status(500, "{}"));
    const {missing, answers} = await of({asked: "layer-1", lists: []});
    expect(missing.map(({endpoint}) => endpoint)).toEqual(["/coins/markets"]);
    expect(answers).toHaveLength(7);
  });
});

describe("a refusal says what to do", () => {
  const coded = (code: number) => ({status: {error_code: code, error_message: "words of theirs"}});
  const none = {};
  const demo = {COINGECKO_DEMO_API_KEY: key};
  const pro = {COINGECKO_PRO_API_KEY: key};
  const usage = UsageError;
  const away = SourceUnavailable;

  test.each<[string, Reply, Record<string, string>, unknown, RegExp]>([
    ["400", status(400, {error: "bad"}), none, SourceChanged, /bad.*needs an update/],
    [
      "422",
      status(422, {error: "Missing parameter ids"}),
      none,
      SourceChanged,
      /Missing parameter ids/,
    ],
    ["401 without a key", status(401, {error: "no"}), none, usage, /set COINGECKO_DEMO_API_KEY/],
    ["401 with a key", status(401, {error: "no"}), demo, usage, /check COINGECKO_DEMO_API_KEY/],
    ["401 with a pro key", status(401, {error: "no"}), pro, usage, /check COINGECKO_PRO_API_KEY/],
    ["10002", status(401, coded(10002)), none, usage, /10002: words of theirs.*set COINGECKO_DEMO/],
    ["10005", status(401, coded(10005)), pro, usage, /larger plan/],
    ["10010", status(400, coded(10010)), demo, usage, /set it as COINGECKO_PRO_API_KEY/],
    ["10011", status(400, coded(10011)), pro, usage, /set it as COINGECKO_DEMO_API_KEY/],
    ["10012", status(401, {error: coded(10012)}), none, away, /needs a paid key/],
    ["403", status(403, {error: "Forbidden"}), none, away, /another network/],
    ["1020", status(403, "error code: 1020"), none, away, /1020, access denied/],
    ["404 of the whole address", status(404, "Not Found"), none, away, /check COINGECKO_BASE_URL/],
    ["408", status(408, {error: "slow"}), none, away, /too slow/],
    ["429", status(429, coded(429)), none, away, /4 times.*free demo key.*PER_MINUTE \(now 1000\)/],
    ["429 with a key", status(429, coded(429)), demo, away, /Your plan's limit/],
    ["500", status(500, {status: 500, error: "Internal Server Error"}), none, away, /few minutes/],
    ["503", status(503, "down for maintenance"), none, away, /down for maintenance/],
  ])("%s", async (_, reply, env, type, message) => {
    server.on("/coins/markets", reply);
    const {fetch} = await live(env);
    const error = await failure(
      fetch({
        source: "coingecko",
        endpoint: "/coins/markets",
        query: {},
        url: `${server.url}/coins/markets`,
      }),
    );
    expect(error).toBeInstanceOf(type);
    expect(error.message).toMatch(message);
  });
});

describe("a coin", () => {
  test("is found by its id, in any case, with one request", async () => {
    expect(await resolve(" Gadget ")).toEqual({id: "gadget", symbol: "GDT", name: "gadget"});
    expect(server.seen.map(({path}) => path)).toEqual(["/coins/gadget"]);
  });

  test("is found by a symbol that it alone carries", async () => {
    server.on("/coins/gdt", status(404, {error: "coin not found"}));
    expect(await resolve("GDT")).toEqual({id: "gadget", symbol: "GDT", name: "gadget coin"});
  });

  test("whose symbol others carry too is an error that lists them all, by rank", async () => {
    const error = await failure(resolve("wdg"));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(
      /wdg is shared by 2 coins.*\n {2}widget \(widget coin, rank 40\)\n {2}widget-bridged \(.*rank 950\)/,
    );
    server.on("/search", status(404, "{}"));
    expect((await failure(resolve("wdg"))).message).toContain(
      "widget-bridged (widget-bridged coin)",
    );
  });

  test("that is unknown is an error with what is nearest", async () => {
    const error = await failure(resolve("gadgte"));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/"gadgte".*Nearest: gadget \(gadget coin\)/);
    expect((await failure(resolve("zzzzzz"))).message).toContain("API ID");
  });

  test.each(["", "  ", "..", "a/b", "a?b", "a#b", "a\\b", "a\u0000b", "x".repeat(101)])(
    "named %j is refused before anything is asked",
    async coin => {
      expect(await failure(resolve(coin))).toBeInstanceOf(UsageError);
      expect(server.seen).toEqual([]);
    },
  );

  test("is not called unknown where the source fails", async () => {
    server.on("/coins/gadget", status(500, "{}"));
    expect(await failure(resolve("gadget"))).toBeInstanceOf(SourceUnavailable);
  });
});

test("a key is sent, and is in no answer, notice, error or file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assay-live-"));
  try {
    const effects = await live({COINGECKO_DEMO_API_KEY: key}, folder);
    server.on("/coins/categories", status(401, {error: `key ${key} is wrong`}));
    const gathered = await gatherCoinGecko(gadget, effects);
    expect(server.seen.every(({headers}) => headers["x-cg-demo-api-key"] === key)).toBe(true);
    expect(gathered.missing[0]?.reason).toContain("[key]");
    expect(inspect([gathered, time.notices], {depth: 20, maxStringLength: null})).not.toContain(
      key,
    );
    const {execFileSync} = await import("node:child_process");
    expect(() => execFileSync("grep", ["-r", key, folder])).toThrow();
  } finally {
    await rm(folder, {recursive: true});
  }
});

describe.skipIf(!hasRecordings)(`recorded answers and errors${needsRecordings}`, () => {
  test("are gathered over HTTP, byte for byte", async () => {
    serveRecordedCoinGecko(server);
    const bitcoin = await resolveCoin("bitcoin", await live());
    expect(bitcoin).toEqual({id: "bitcoin", symbol: "BTC", name: "Bitcoin"});
    const {answers, missing} = await gatherCoinGecko(bitcoin, await live());
    expect(missing).toEqual([]);
    expect(answers).toHaveLength(6);
    expect(answers[0]?.body.length).toBe(55_300);
  });

  test.each(
    hasRecordings ? recordedErrors().map(one => [one.status, one.request, one] as const) : [],
  )("%i of %s ends in a clear error", async (code, _, recorded) => {
    server.on("/coins/markets", asReply(recorded));
    server.on("/coins/gadget/market_chart", asReply(recorded));
    const error = await failure(gather());
    expect(error.message).toContain(String(code));
    expect(error.message.length).toBeGreaterThan(60);
    expect([2, 3]).toContain(error.exitCode);
  });
});
