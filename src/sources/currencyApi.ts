import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {addDays, type Day, endOfDay, lastDayOver} from "../model/day.ts";
import {ExpectedError, SourceUnavailable, UsageError} from "../model/errors.ts";
import type {DailySeries} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {classOf, unlistedCurrencies} from "../model/quotes.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import {amount} from "./amount.ts";
import type {Failure, Fetcher, HttpEffects} from "./http.ts";
import {baseFrom, type Environment, type GatheredLive, type LiveEffects} from "./live.ts";
import {pointerTo, type Readable, type Reading, type ReadingContext, readJson} from "./reading.ts";

/** Printed under every exhibit that rests on these data. */
export const currencyApi = "currency-api (fawazahmed0/exchange-api)";

const ratesEndpoint = "/v1/currencies/usd.json";
const namesEndpoint = "/v1/currencies.json";
const addresses = {
  CURRENCY_API_BASE_URL: "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@{date}",
  CURRENCY_API_FALLBACK_URL: "https://{date}.currency-api.pages.dev",
};

/** Of days further back only the asset and the benchmark are read. */
const quoteDays = 40;
const benchmark: Asset = {id: "btc", symbol: "BTC", name: "Bitcoin"};

const ratesShape = z.object({
  date: z.iso.date(),
  usd: z.record(z.string(), amount.nullable()),
});
const namesShape = z.record(z.string(), z.string().nullable());

/**
 * One day's rates as series of one day each, in dollars per unit: `rate.<code>`, and `close.<code>`
 * of the asset and the benchmark. `joinDays` makes them whole. A day's file is published while the
 * day lasts, so it counts as known from the day's end. Withdrawn currencies are passed over.
 */
export function readCurrencyApi(answer: RecordedAnswer, context: ReadingContext): Reading {
  if (answer.endpoint !== ratesEndpoint) return {};
  const {date, usd} = ratesOf(answer);
  if (Date.parse(endOfDay(date)) > Date.parse(context.asOf)) return {};
  const recent = date > addDays(lastDayOver(context.asOf), -quoteDays);
  const pair = [context.asset.id, context.benchmark.id];
  const series = Object.entries(usd).flatMap(([code, perUsd]): DailySeries[] => {
    if (!perUsd || perUsd < 0 || (!recent && !pair.includes(code))) return [];
    const one = {
      source: currencyApi,
      file: answer.path,
      pointer: pointerTo(["usd", code]),
      dates: [date],
      values: [1 / perUsd],
    };
    const closes = pair.includes(code) ? [{id: `close.${code}`, ...one}] : [];
    const isQuote = recent && code !== context.asset.id && !unlistedCurrencies.has(code);
    return isQuote ? [...closes, {id: `rate.${code}`, ...one}] : closes;
  });
  return {series};
}

/** @throws NoSuchDay where the file is of another day than the one that was asked for, or empty */
function ratesOf(answer: Readable): z.infer<typeof ratesShape> {
  const rates = readJson(answer, currencyApi, ratesShape);
  const asked = answer.query.date ?? rates.date;
  if (rates.date !== asked)
    throw new NoSuchDay(`currency-api gave the file of ${rates.date} for ${asked} (${answer.url})`);
  if (Object.keys(rates.usd).length === 0)
    throw new NoSuchDay(`currency-api gave an empty file for ${asked} (${answer.url})`);
  return rates;
}

/** How many rates or names an answer has; throws where it is not what was asked for. */
const countEntries = (answer: Readable): number =>
  Object.keys(
    answer.endpoint === namesEndpoint
      ? readJson(answer, currencyApi, namesShape)
      : ratesOf(answer).usd,
  ).length;

/** Asks over HTTP; a day's file never changes, so what `cacheFolder` holds is not asked again. */
export async function currencyApiFetcher(
  cacheFolder: string | undefined,
  effects: HttpEffects,
): Promise<Fetcher> {
  const {httpFetcher} = await import("./http.ts");
  // The project sets no limit; twenty a second is enough for one reader of a free service.
  const limits = {callsPerMinute: 1200, concurrency: 8};
  const fetch = httpFetcher({...limits, explain: explainCurrencyApi}, effects);
  if (cacheFolder === undefined) return fetch;
  const {cachedFetcher} = await import("./cache.ts");
  const forever = () => Number.POSITIVE_INFINITY;
  return cachedFetcher(
    fetch,
    {folder: cacheFolder, maxAgeMs: forever, count: countEntries},
    effects,
  );
}

/**
 * The coin by its code, as the newest file before `asOf` has it.
 *
 * @throws UsageError when the code is not there, or is a currency or a metal
 */
export async function resolveCode(
  coin: string,
  asOf: string,
  effects: LiveEffects,
): Promise<Asset> {
  const code = coin.trim().toLowerCase();
  const newest = await newestDay(asOf, effects);
  const {usd} = ratesOf(newest);
  const names = await namesOf(dayOf(newest), effects);
  const coins = Object.keys(usd).filter(key => classOf(key) === "crypto");
  if (coins.includes(code))
    return {id: code, symbol: code.toUpperCase(), name: names.get(code) || code.toUpperCase()};
  if (Object.hasOwn(usd, code)) {
    throw new UsageError(
      `"${code}" is a ${classOf(code) === "metal" ? "metal" : "currency"}, not a coin: give a coin's code, such as btc`,
    );
  }
  const near = nearest(code, coins, key => [key, names.get(key) ?? ""]);
  const hint = near.map(key => `${key} (${names.get(key) || key})`).join(", ");
  throw new UsageError(
    `no coin with the code "${code}" in currency-api's file of ${dayOf(newest)}, which has ${coins.length} coins. ` +
      (hint ? `Nearest: ${hint}.` : "Other coins are at --source coingecko."),
  );
}

/**
 * The daily files of the `days` days that are over at `asOf`, oldest first. A day that neither
 * address has stays missing; where no address answers at all, it fails.
 */
export async function gatherCurrencyApi(
  asset: Asset,
  {asOf, days = 361}: {readonly asOf: string; readonly days?: number},
  effects: LiveEffects,
): Promise<GatheredLive> {
  const newest = await newestDay(asOf, effects);
  const first = addDays(lastDayOver(asOf), 1 - days);
  const wanted: Day[] = [];
  for (let day = addDays(dayOf(newest), -1); day >= first; day = addDays(day, -1)) wanted.push(day);
  const troubles: ExpectedError[] = [];
  const found = await Promise.all(
    wanted.map(async day => {
      if (troubles.length > 5) return undefined;
      try {
        return await oneDay(day, effects);
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        if (!(error instanceof NoSuchDay)) troubles.push(error);
        return undefined;
      }
    }),
  );
  if (troubles.length > 5) throw troubles[0]!;
  const answers = [newest, ...found].flatMap(answer => answer ?? []).toReversed();
  const lacking = wanted.filter((_, i) => !found[i]).toReversed();
  return {
    asset,
    benchmark,
    simulated: false,
    asOf,
    answers,
    missing:
      lacking.length === 0
        ? []
        : [
            {
              endpoint: ratesEndpoint,
              reason: `no file for ${lacking.length} ${lacking.length === 1 ? "day" : "days"}: ${listed(lacking)}`,
            },
          ],
  };
}

/** The day of the newest file at the instant. */
export const newestRates = async (asOf: string, effects: LiveEffects): Promise<Day> =>
  dayOf(await newestDay(asOf, effects));

const listed = (days: readonly Day[]) =>
  days.length > 4 ? `${days[0]}, ${days[1]} … ${days.at(-1)}` : days.join(", ");

/** The latest file that is known at `asOf`: the newest day may not have been published. */
async function newestDay(asOf: string, effects: LiveEffects): Promise<Answer> {
  const last = lastDayOver(asOf);
  for (let back = 0; back < 7; back++) {
    try {
      return await oneDay(addDays(last, -back), effects);
    } catch (error) {
      if (!(error instanceof NoSuchDay)) throw error;
    }
  }
  throw new SourceUnavailable(
    `currency-api has no file for ${addDays(last, -6)} to ${last}: its history begins in March 2024; ` +
      "give a later --as-of, or use --source files",
  );
}

/** From the first address, or where that fails from the second. */
async function oneDay(date: Day, {fetch, env}: LiveEffects): Promise<Answer> {
  const [first, second] = addressesOf(env, date);
  const ask = async (base: string) => {
    const answer = await fetch({
      source: "currency-api",
      endpoint: ratesEndpoint,
      query: {date},
      url: base + ratesEndpoint,
    });
    ratesOf(answer);
    return answer;
  };
  try {
    return await ask(first);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return await ask(second).catch(also => {
      // Only where both say so is there no such day.
      throw also instanceof NoSuchDay && !(error instanceof NoSuchDay) ? error : also;
    });
  }
}

async function namesOf(date: Day, {fetch, env}: LiveEffects): Promise<ReadonlyMap<string, string>> {
  const url = addressesOf(env, date)[0] + namesEndpoint;
  try {
    const answer = await fetch({
      source: "currency-api",
      endpoint: namesEndpoint,
      query: {date},
      url,
    });
    const names = Object.entries(readJson(answer, currencyApi, namesShape));
    return new Map(names.map(([code, name]) => [code, displayText(name ?? "")]));
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return new Map();
  }
}

const dayOf = (answer: Answer): Day => answer.query.date as Day;

function addressesOf(env: Environment, date: Day): [string, string] {
  const at = (name: keyof typeof addresses) => {
    const template = env[name]?.trim() || addresses[name];
    if (template.includes("{date}")) {
      return baseFrom({[name]: template.replaceAll("{date}", date)}, name, addresses[name]);
    }
    throw new UsageError(
      `${name} must say with {date} where the day goes, as in ${addresses[name]}: "${template}"`,
    );
  };
  return [at("CURRENCY_API_BASE_URL"), at("CURRENCY_API_FALLBACK_URL")];
}

class NoSuchDay extends SourceUnavailable {}

export function explainCurrencyApi(failure: Failure, general: ExpectedError): ExpectedError {
  return failure.status === 404
    ? new NoSuchDay(
        `currency-api has no file for ${failure.request.query.date} (404, ${failure.request.url})`,
      )
    : general;
}
