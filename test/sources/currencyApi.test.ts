import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {SourceChanged, SourceUnavailable, UsageError} from "../../src/model/errors.ts";
import {classOf} from "../../src/model/quotes.ts";
import type {Answer, RecordedAnswer} from "../../src/model/snapshot.ts";
import {
  currencyApiFetcher,
  gatherCurrencyApi,
  readCurrencyApi,
  resolveCode,
} from "../../src/sources/currencyApi.ts";
import {joinDays} from "../../src/sources/reading.ts";
import {
  type AnswerServer,
  html,
  json,
  reset,
  startAnswerServer,
  status,
} from "../servers/answerServer.ts";
import {type FakeTime, fakeTime} from "../servers/fakeTime.ts";
import {hasRecordings, needsRecordings, recording} from "../servers/recordings.ts";

const near = {id: "near", symbol: "NEAR", name: "NEAR Protocol"};
const btc = {id: "btc", symbol: "BTC", name: "Bitcoin"};
const asOf = "2026-09-29T12:00:00Z";
const usd = {usd: 1, eur: 0.8, btc: 0.00001, near: 0.5, xau: 0.0005, dem: 1.6, old: 0, gone: null};
let server: AnswerServer;
let time: FakeTime;

beforeEach(async () => {
  vi.stubEnv("NO_PROXY", "127.0.0.1,localhost");
  server = await startAnswerServer();
  time = fakeTime(asOf);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const serve = (date: string, under = "first", rates: object = usd) =>
  server.on(`/${under}/${date}/v1/currencies/usd.json`, json({date, usd: rates}));
const days = (count: number) => Array.from({length: count}, (_, i) => addDays("2026-09-28", -i));
async function live(cacheFolder?: string) {
  const env = {
    CURRENCY_API_BASE_URL: `${server.url}/first/{date}`,
    CURRENCY_API_FALLBACK_URL: `${server.url}/second/{date}`,
  };
  return {env, fetch: await currencyApiFetcher(cacheFolder, time)};
}
const gather = async (count = 5, cacheFolder?: string) =>
  gatherCurrencyApi(near, {asOf, days: count}, await live(cacheFolder));
const datesOf = (answers: readonly Answer[]) => answers.map(({query}) => query.date);
const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error("expected it to fail"),
    error => error,
  );

describe("gathering", () => {
  test("takes the days that are over, oldest first: today's file is not yet final", async () => {
    for (const day of ["2026-09-29", ...days(5)]) serve(day);
    const {answers, missing} = await gather();
    expect(datesOf(answers)).toEqual(days(5).toReversed());
    expect(missing).toEqual([]);
    expect(server.seen.some(({path}) => path.includes("2026-09-29"))).toBe(false);
  });

  test("takes from the second address what the first does not have or fails to give", async () => {
    for (const day of days(5)) serve(day);
    server.on("/first/2026-09-26/v1/currencies/usd.json", reset);
    server.on("/first/2026-09-25/v1/currencies/usd.json", html());
    server.on("/first/2026-09-24/v1/currencies/usd.json", status(404, "no"));
    for (const day of ["2026-09-26", "2026-09-25", "2026-09-24"]) serve(day, "second");
    const {answers, missing} = await gather();
    expect(missing).toEqual([]);
    expect(answers.filter(({url}) => url.includes("/second/"))).toHaveLength(3);
  });

  test("leaves a day missing that neither address has, and says so", async () => {
    for (const day of days(5)) serve(day);
    server.on("/first/2026-09-26/v1/currencies/usd.json", status(404, "no"));
    const {answers, missing} = await gather();
    expect(datesOf(answers)).not.toContain("2026-09-26");
    expect(missing).toEqual([
      {endpoint: "/v1/currencies/usd.json", reason: "no file for 1 day: 2026-09-26"},
    ]);
  });

  test("does not take another day's file for the day asked for", async () => {
    for (const day of days(5)) serve(day);
    server.on("/first/2026-09-26/v1/currencies/usd.json", json({date: "2026-09-27", usd}));
    expect(datesOf((await gather()).answers)).not.toContain("2026-09-26");
  });

  test("begins with the newest file there is, where yesterday's is late", async () => {
    for (const day of days(5).slice(2)) serve(day);
    expect(datesOf((await gather()).answers).at(-1)).toBe("2026-09-26");
  });

  test("fails where no address has a file of the last week, or none can be reached", async () => {
    const none = await failure(gather());
    expect(none).toBeInstanceOf(SourceUnavailable);
    expect(none.message).toContain("no file for 2026-09-22 to 2026-09-28");
    await server.close();
    const away = await failure(gather());
    expect(away).toBeInstanceOf(SourceUnavailable);
    expect(away.message).toContain("ECONNREFUSED");
  });

  test("gives up where many days fail otherwise than by not being there", async () => {
    for (const day of days(1)) serve(day);
    for (const day of days(40).slice(1)) {
      for (const under of ["first", "second"])
        server.on(`/${under}/${day}/v1/currencies/usd.json`, html());
    }
    expect(await failure(gather(40))).toBeInstanceOf(SourceChanged);
    expect(server.seen.length).toBeLessThan(80);
  });

  test("asks for a day once and for all", async () => {
    const folder = await mkdtemp(join(tmpdir(), "assay-rates-"));
    try {
      for (const day of days(5)) serve(day);
      await gather(5, folder);
      time.pass(1e10);
      await gather(5, folder);
      expect(server.seen).toHaveLength(5);
    } finally {
      await rm(folder, {recursive: true});
    }
  });

  test("refuses an address that does not say where the day goes", async () => {
    const {fetch} = await live();
    const env = {CURRENCY_API_BASE_URL: "https://cdn.example/latest"};
    const error = await failure(gatherCurrencyApi(near, {asOf}, {fetch, env}));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain("{date}");
  });
});

describe("a code", () => {
  beforeEach(() => {
    serve("2026-09-28");
    const names = json({near: "NEAR\u200b Protocol", btc: "Bitcoin"});
    server.on("/first/2026-09-28/v1/currencies.json", names);
  });

  test("is a coin of the newest file, with its name", async () => {
    expect(await resolveCode(" NEAR ", asOf, await live())).toEqual(near);
  });

  test("goes by itself where there are no names", async () => {
    server.on("/first/2026-09-28/v1/currencies.json", status(404, "no"));
    expect((await resolveCode("near", asOf, await live())).name).toBe("NEAR");
  });

  test("of a currency or a metal is refused", async () => {
    const currency = await failure(resolveCode("eur", asOf, await live()));
    expect(currency).toBeInstanceOf(UsageError);
    expect(currency.message).toContain('"eur" is a currency');
    expect((await failure(resolveCode("xau", asOf, await live()))).message).toContain("a metal");
  });

  test("that is unknown is refused with what is nearest", async () => {
    const error = await failure(resolveCode("nea", asOf, await live()));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain("Nearest: near (NEAR Protocol)");
    const inherited = await failure(resolveCode("constructor", asOf, await live()));
    expect(inherited).toBeInstanceOf(UsageError);
  });
});

describe("reading", () => {
  const context = {asset: near, benchmark: btc, asOf};
  const answer = (date: string, rates: unknown = usd): RecordedAnswer => ({
    source: "currency-api",
    endpoint: "/v1/currencies/usd.json",
    query: {date},
    url: "https://cdn.example",
    fetchedAt: "2026-11-22T00:00:00Z",
    mediaType: "application/json",
    body: Buffer.from(JSON.stringify({date, usd: rates})),
    path: `answers/${date}.json`,
    sha256: "",
  });

  test("gives dollars per unit by code; 0 and null are missing, withdrawn currencies passed over", () => {
    const {series = []} = readCurrencyApi(answer("2026-09-28"), context);
    expect(series.map(({id, values}) => [id, values[0]])).toEqual([
      ["rate.usd", 1],
      ["rate.eur", 1.25],
      ["close.btc", 1 / 0.00001],
      ["rate.btc", 1 / 0.00001],
      ["close.near", 2],
      ["rate.xau", 2000],
    ]);
    expect(series[1]).toMatchObject({
      source: "currency-api (fawazahmed0/exchange-api)",
      file: "answers/2026-09-28.json",
      pointer: "/usd/eur",
      dates: ["2026-09-28"],
    });
  });

  test("of long ago gives the asset and the benchmark only", () => {
    const {series = []} = readCurrencyApi(answer("2026-01-28"), context);
    expect(series.map(({id}) => id)).toEqual(["close.btc", "close.near"]);
  });

  test("keeps out a day that is not over at the wall, whenever it was asked for", () => {
    expect(readCurrencyApi(answer("2026-09-29"), context)).toEqual({});
    const midnight = {...context, asOf: "2026-09-30T00:00:00Z"};
    expect(readCurrencyApi(answer("2026-09-29"), midnight).series).not.toEqual([]);
  });

  test("makes whole series of the days, in order, the first of a day that comes twice", () => {
    const files = ["2026-09-28", "2026-09-26", "2026-09-28"].map((date, i) =>
      answer(date, {near: [0.5, 0.25, 0.1][i]}),
    );
    const parts = files.flatMap(file => readCurrencyApi(file, context).series ?? []);
    expect(joinDays(parts)).toEqual([
      {
        id: "close.near",
        source: "currency-api (fawazahmed0/exchange-api)",
        file: "answers/2026-09-28.json",
        pointer: "/usd/near",
        dates: ["2026-09-26", "2026-09-28"],
        values: [4, 2],
      },
    ]);
  });

  test("refuses another shape, naming the path", () => {
    expect(() => readCurrencyApi(answer("2026-09-28", {eur: "0.8"}), context)).toThrow(
      /\/usd\/eur/,
    );
  });
});

test("codes are of a class by ISO 4217: currencies, metals, and coins for the rest", () => {
  const codes = ["eur", "try", "cnh", "dem", "xau", "xpd", "btc", "near", "1inch", "usdt"];
  expect(codes.map(classOf)).toEqual([
    "fiat",
    "fiat",
    "fiat",
    "fiat",
    "metal",
    "metal",
    "crypto",
    "crypto",
    "crypto",
    "crypto",
  ]);
});

describe.skipIf(!hasRecordings)(`a recorded day${needsRecordings}`, () => {
  test("has rates of some 290 codes, NEAR and Bitcoin among them", async () => {
    const body = recording("exchange-api/usd_2026-09-29.json");
    server.on("/first/2026-09-29/v1/currencies/usd.json", {body});
    const wall = "2026-09-30T08:00:00Z";
    const {answers} = await gatherCurrencyApi(near, {asOf: wall, days: 1}, await live());
    const [first] = answers;
    const {series = []} = readCurrencyApi(
      {...(first as Answer), path: "a.json", sha256: ""},
      {asset: near, benchmark: btc, asOf: wall},
    );
    expect(first?.body.equals(body)).toBe(true);
    expect(series.length).toBeGreaterThan(240);
    expect(series.find(({id}) => id === "close.near")?.values[0]).toBeGreaterThan(0.5);
  });
});
