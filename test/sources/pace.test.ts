import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {coinGeckoFetcher, gatherCoinGecko} from "../../src/sources/coingeckoLive.ts";
import {sharedPaces} from "../../src/sources/pace.ts";
import {type AnswerServer, json, startAnswerServer, status} from "../servers/answerServer.ts";
import {fakeTime} from "../servers/fakeTime.ts";
import {madeUpNow, serveMadeUpCoinGecko} from "../servers/madeUpCoinGecko.ts";

const limit = {source: "api.example", callsPerMinute: 10, longestWaitMs: 150_000};
const silent = () => {};

describe("the paces of a process", () => {
  test("are one for a limit, whoever asks, and others for other limits", () => {
    const paces = sharedPaces(fakeTime());
    expect(paces({...limit})).toBe(paces({...limit}));
    expect(paces({...limit, source: "b.example"})).not.toBe(paces(limit));
    expect(paces({...limit, callsPerMinute: 30})).not.toBe(paces(limit));
  });

  test("give as many turns in a minute as the limit, to all who wait together", async () => {
    const time = fakeTime();
    const paces = sharedPaces(time);
    const start = time.now().getTime();
    const turns = Array.from({length: 35}, () => paces({...limit}).turn(silent));
    const minutes = (await Promise.all(turns)).map(at => Math.floor((at - start) / 60_000));
    expect(
      Map.groupBy(minutes, minute => minute)
        .values()
        .map(({length}) => length)
        .toArray(),
    ).toEqual([10, 10, 10, 5]);
  });

  test("hold everybody back after a refusal", async () => {
    const time = fakeTime();
    const paces = sharedPaces(time);
    const startedAt = await paces(limit).turn(silent);
    await paces(limit).slower(startedAt, 7000);
    expect(await paces(limit).turn(silent)).toBe(startedAt + 7000);
  });
});

describe("three gatherings at once, over HTTP", () => {
  let server: AnswerServer;
  beforeEach(async () => {
    vi.stubEnv("NO_PROXY", "127.0.0.1,localhost");
    server = await startAnswerServer();
    serveMadeUpCoinGecko(server);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });
  const asset = {id: "gadget", symbol: "GDT", name: "gadget"};
  const env = () => ({COINGECKO_BASE_URL: server.url, ASSAY_COINGECKO_CALLS_PER_MINUTE: "10"});

  test("keep together to the limit of one", async () => {
    const time = fakeTime(madeUpNow);
    const gathering = async () =>
      gatherCoinGecko(asset, {env: env(), fetch: await coinGeckoFetcher(env(), undefined, time)});
    await Promise.all([gathering(), gathering(), gathering()]);
    expect(time.asked.length).toBe(server.seen.length);
    expect(time.asked.length).toBeGreaterThan(20);
    for (const from of time.asked)
      expect(time.asked.filter(at => at >= from && at < from + 60_000).length).toBeLessThan(11);
  });

  test("without being told of one another, and wait together after a 429", async () => {
    server.on("/coins/markets", status(429, {}, {"retry-after": "1"}), json([]));
    // The clock of the world: only the waits of the fetchers' own are passed over.
    const effects = {now: () => new Date(), sleep: () => sleep(1), random: () => 0.5};
    const fetchers = await Promise.all(
      [1, 2, 3].map(() =>
        coinGeckoFetcher({...env(), ASSAY_COINGECKO_CALLS_PER_MINUTE: "600"}, undefined, effects),
      ),
    );
    const request = {source: "coingecko", endpoint: "/coins/markets", query: {}};
    const before = Date.now();
    await Promise.all(
      fetchers.map(fetch => fetch({...request, url: `${server.url}/coins/markets`})),
    );
    expect(Date.now() - before).toBeGreaterThan(950);
    expect(server.seen).toHaveLength(4);
  });
});
