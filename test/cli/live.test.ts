import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {
  type AnswerServer,
  html,
  json,
  type Reply,
  reset,
  startAnswerServer,
  status,
} from "../servers/answerServer.ts";
import {
  categoryPage,
  chartAnswer,
  coinAnswer,
  marketRow,
  serveMadeUpCoinGecko,
  trendingAnswer,
} from "../servers/madeUpCoinGecko.ts";
import {assay, expectRefusal, expectWhole, temporary} from "./support.ts";

const day = 86_400_000;
let server: AnswerServer;
let place: ReturnType<typeof temporary>;
beforeEach(async () => {
  server = await startAnswerServer();
  serveMadeUpCoinGecko(server);
  place = temporary();
});
afterEach(async () => {
  place[Symbol.dispose]();
  await server.close();
});

const ask = (coin: string, args: readonly string[] = [], env = {}) =>
  assay(place.path, ["note", coin, "--format", "md", ...args], {
    COINGECKO_BASE_URL: server.url,
    ASSAY_COINGECKO_CALLS_PER_MINUTE: "1000",
    XDG_CACHE_HOME: join(place.path, "cache"),
    NO_PROXY: "127.0.0.1",
    ...env,
  });
const notes = () => expectWhole(join(place.path, "output"));

/** Answers as of this moment: the made-up ones are of a day that is past. */
function serveOfToday(): void {
  const shift = Date.now() - Date.parse("2026-03-20T01:53:00Z");
  const days = Math.floor(shift / day) * day;
  const chart = (value: (day: number) => number) => {
    const {prices, ...rest} = chartAnswer(366, value);
    const moved = (points: readonly (readonly [number, number])[]) =>
      points.map(([ms, x]) => [ms + days, x]);
    return json({
      prices: moved(prices),
      market_caps: moved(rest.market_caps as never),
      total_volumes: moved(rest.total_volumes as never),
    });
  };
  const wave = (seed: number) => (i: number) => 20 + 2 * Math.sin(i * seed) + (i % 7) / 5;
  const last_updated = new Date().toISOString();
  server.on("/coins/gadget/market_chart", chart(wave(0.7)));
  server.on("/coins/bitcoin/market_chart", chart(wave(0.9)));
  server.on(
    "/coins/markets",
    json([marketRow("bitcoin", "btc", {last_updated}), marketRow("gadget", "gdt", {last_updated})]),
  );
  server.on("/coins/markets?category=layer-1", json(categoryPage({last_updated})));
  const coin = coinAnswer("gadget", "gdt");
  server.on("/coins/gadget", json({...coin, market_data: {...coin.market_data, last_updated}}));
}

/** Every address but that of the trending list. */
const everywhere = (reply: Reply) => {
  for (const path of [
    "/coins/gadget",
    "/coins/markets",
    "/coins/gadget/market_chart",
    "/coins/bitcoin/market_chart",
    "/coins/gadget/tickers",
    "/coins/categories",
    "/coins/list",
  ])
    server.on(path, reply);
};

test("a note is made of live answers; run again it asks nobody, and replays the same", async () => {
  serveOfToday();
  const first = await ask("gadget");
  expect(first).toMatchObject({code: 0});
  const [name] = notes();
  const asked = server.seen.length;
  expect(asked).toBeGreaterThan(5);
  const text = readFileSync(join(place.path, "output", name!, "note.md"), "utf8");
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
  expect(text).toContain("CoinGecko");
  expect(text).toMatch(/Layer 1/);
  expect(await ask("GDT", ["--quiet"])).toMatchObject({code: 0, stderr: ""});
  // A symbol is looked up among all coins; nothing else is asked twice.
  expect(new Set(server.seen.slice(asked).map(({path}) => path))).toEqual(
    new Set(["/coins/gdt", "/coins/list"]),
  );
  const replayed = await assay(place.path, ["replay", join("output", name!)]);
  expect(replayed).toMatchObject({code: 0, stdout: expect.stringContaining("note.md")});
});

test("the key is sent and is nowhere in what is written or said", async () => {
  serveOfToday();
  const key = "CG-very-secret-key";
  const run = await ask("gadget", [], {COINGECKO_DEMO_API_KEY: key});
  expect(run).toMatchObject({code: 0});
  expect(server.seen.every(({headers}) => headers["x-cg-demo-api-key"] === key)).toBe(true);
  expect(run.stdout + run.stderr).not.toContain(key);
  const {execFileSync} = await import("node:child_process");
  const found = execFileSync("sh", ["-c", `grep -rl ${key} . || true`], {cwd: place.path});
  expect(found.toString()).toBe("");
});

test("trending, tickers and categories may fail: the note goes on and says what it lacks", async () => {
  serveOfToday();
  for (const path of ["/search/trending", "/coins/gadget/tickers", "/coins/categories"])
    server.on(path, status(404, {error: "gone"}));
  const run = await ask("gadget");
  expect(run).toMatchObject({code: 0});
  expect(run.stderr).toMatch(/goes on without \/search\/trending/);
  expect(notes()).toHaveLength(1);
});

describe("a source that fails ends in a message, its exit code, and no note", () => {
  test("an unknown coin, with those near it", async () => {
    expectRefusal(await ask("gadgit"), 2, /no coin with the id or symbol "gadgit".*gadget/s);
    expect(notes()).toEqual([]);
  });

  test("a symbol that several coins share, listed by rank", async () => {
    const run = await ask("wdg");
    expectRefusal(
      run,
      2,
      /shared by 2 coins.*widget \(.*rank 40\).*widget-bridged \(.*rank 950\)/s,
    );
  });

  test("401, with the key to check", async () => {
    everywhere(status(401, {status: {error_code: 401, error_message: "Invalid API Key"}}));
    const env = {COINGECKO_DEMO_API_KEY: "CG-wrong-key"};
    expectRefusal(await ask("gadget", [], env), 2, "Invalid API Key", "COINGECKO_DEMO_API_KEY");
    expect(notes()).toEqual([]);
  });

  test("429 with a long Retry-After: when to come back", async () => {
    everywhere(status(429, {status: {error_code: 429}}, {"retry-after": "3600"}));
    expectRefusal(await ask("gadget"), 3, /3600 s \(Retry-After\).*run it again after \d{4}-/);
    expect(notes()).toEqual([]);
  });

  test("429 with a short Retry-After is waited for", async () => {
    serveOfToday();
    const coin = coinAnswer("gadget", "gdt");
    server.on("/coins/gadget", status(429, {}, {"retry-after": "1"}), json(coin));
    const run = await ask("gadget");
    expect(run).toMatchObject({code: 0});
    expect(run.stderr).toMatch(/waiting \d s/);
  });

  test("500, 503 and a broken connection, each tried again first", async () => {
    server.on("/coins/gadget", status(500, "oops"), reset, status(503, "later"));
    const run = await ask("gadget");
    expectRefusal(run, 3, /did not answer \/coins\/\{id\}: 503, later, 4 times/, "Run it again");
    expect(server.seen).toHaveLength(4);
  });

  test("a host whose name nobody knows, asked once", async () => {
    const run = await ask("gadget", [], {COINGECKO_BASE_URL: "http://nobody.invalid"});
    expectRefusal(run, 3, /nobody here knows its name \((ENOTFOUND|EAI_AGAIN)\)/);
    expect(run.stderr.match(/^· asked /gm)).toHaveLength(1);
    expect(run.stderr).not.toContain("waiting");
  });

  test("no network", async () => {
    await server.close();
    const run = await ask("gadget");
    expectRefusal(run, 3, "ECONNREFUSED", "--source files", server.url);
    expect(notes()).toEqual([]);
    // The last line is a command that works here and now.
    const line = run.stderr.trimEnd().split("\n").at(-1)!;
    const {execSync} = await import("node:child_process");
    execSync(`${line} --format md --quiet`, {cwd: place.path});
    expect(notes()).toEqual(["2025-07-02-tessilith"]);
  });

  test.each([
    ["HTML", html(), 3, /HTML.*sign-in page/s],
    ["{}", json({}), 3, /in a shape we do not know/],
  ])("a 200 with %s", async (_, reply, code, says) => {
    everywhere(reply);
    expectRefusal(await ask("gadget"), code, says);
    expect(notes()).toEqual([]);
  });

  test("fields that are all null or zero: nothing can be said", async () => {
    const none = {current_price: null, market_cap: 0, total_volume: null, market_cap_rank: null};
    const coin = coinAnswer("gadget", "gdt");
    const market_data = {current_price: {usd: 0}, market_cap: {}, total_volume: {}};
    server.on("/search/trending", json({...trendingAnswer, coins: []}));
    server.on("/coins/gadget", json({...coin, market_data}));
    server.on(
      "/coins/markets",
      json([marketRow("bitcoin", "btc"), marketRow("gadget", "gdt", none)]),
    );
    server.on("/coins/markets?category=layer-1", json([]));
    server.on("/coins/gadget/market_chart", json(chartAnswer(366, () => 0)));
    expectRefusal(await ask("gadget"), 4, /nothing can honestly be said of gadget/);
    expect(notes()).toEqual([]);
  });

  test("an address or a pace in the environment that is none", async () => {
    expectRefusal(await ask("gadget", [], {COINGECKO_BASE_URL: "there"}), 2, "COINGECKO_BASE_URL");
    const pace = {ASSAY_COINGECKO_CALLS_PER_MINUTE: "fast"};
    expectRefusal(await ask("gadget", [], pace), 2, "ASSAY_COINGECKO_CALLS_PER_MINUTE", '"fast"');
  });
});

describe("currency-api", () => {
  const at = "2026-03-20T02:00:00Z";
  const env = () => ({
    CURRENCY_API_BASE_URL: `${server.url}/first/{date}`,
    CURRENCY_API_FALLBACK_URL: `${server.url}/second/{date}`,
  });
  const rates = (date: string, i: number) =>
    json({
      date,
      usd: {
        eur: 0.9 + 0.001 * Math.sin(i),
        gbp: 0.8 + 0.001 * Math.cos(i),
        btc: 1 / (60_000 + 900 * Math.sin(i * 1.3)),
        eth: 1 / (3_000 + 60 * Math.sin(i * 1.7)),
        xau: 1 / 4_000,
      },
    });

  test("writes a note of its daily files, from the second address where the first has none", async () => {
    for (let i = 0; i < 60; i++) {
      const date = new Date(Date.parse("2026-03-19T00:00:00Z") - i * day)
        .toISOString()
        .slice(0, 10);
      server.on(`/${i % 2 ? "first" : "second"}/${date}/v1/currencies/usd.json`, rates(date, i));
    }
    const args = ["--source", "currency-api", "--as-of", at];
    const run = await ask("eth", args, env());
    expect(run).toMatchObject({code: 0});
    expect(run.stderr).toMatch(/goes on without .*no file for 30\d days/);
    expect(notes()).toEqual(["2026-03-20-eth"]);
    expectRefusal(await ask("eur", args, env()), 2, /"eur" is a currency, not a coin/);
    expectRefusal(await ask("etth", args, env()), 2, /no coin with the code "etth".*eth/);
  });

  test("says before what it has, and which variable lacks {date}", async () => {
    const early = ["--source", "currency-api", "--as-of", "2020-01-01"];
    expectRefusal(await ask("eth", early, env()), 3, /no file for 2019-12-25 to 2019-12-31/);
    const wrong = {...env(), CURRENCY_API_BASE_URL: server.url};
    expectRefusal(await ask("eth", early, wrong), 2, "CURRENCY_API_BASE_URL", "{date}");
  });
});
