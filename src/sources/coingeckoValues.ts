import {z} from "zod";
import {displayText, isProse, plainText} from "../format/displayText.ts";
import {SourceChanged, UsageError} from "../model/errors.ts";
import type {Datum} from "../model/figure.ts";
import type {Description, LeftOut, PastPrice, PriceRecord, QuoteChange} from "../model/market.ts";
import type {Asset, RecordedAnswer} from "../model/snapshot.ts";
import {amount as anyAmount} from "./amount.ts";
import {pointerTo, type Readable, type ReadingContext} from "./reading.ts";

/** Printed under every exhibit that rests on these data, as CoinGecko's attribution guide asks. */
export const coinGecko = "CoinGecko";

/** How an answer's instant and the wall bear on its values. */
export type Dated = (value: number | null | undefined, ...path: PropertyKey[]) => Datum | undefined;

export const amount = anyAmount.nullish();
export const instant = z.iso.datetime({offset: true}).nullish();

export const byQuote = z.record(z.string(), anyAmount.nullable());

export const coinShape = z.object({id: z.string().min(1), symbol: z.string(), name: z.string()});

/** The answer is about another coin than the one that was asked for. */
export const aboutAnother = ({url}: Readable, asked: string, found: string) =>
  new SourceChanged(
    `${coinGecko} was asked for "${displayText(asked)}" and answered about "${displayText(found)}" (${url}): run it again in a while`,
  );

export function requireDollars({path, query, endpoint}: RecordedAnswer): void {
  if (query.vs_currency === "usd") return;
  throw new UsageError(
    `${path} (${endpoint}) is in "${query.vs_currency ?? "an unnamed currency"}": ` +
      'only answers with "vs_currency": "usd" in their query can be read',
  );
}

/** Dates values by when the source says they were true, and keeps those beyond the wall out. */
export function datedBy(
  answer: RecordedAnswer,
  {asOf: wall}: ReadingContext,
  updated: string | null | undefined,
): Dated {
  const asOf = iso(updated || answer.fetchedAt);
  const beyond = Date.parse(asOf) > Date.parse(wall);
  return (value, ...path) =>
    beyond || value === null || value === undefined || !Number.isFinite(value)
      ? undefined
      : {value, asOf, source: coinGecko, file: answer.path, pointer: pointerTo(path)};
}

/** CoinGecko writes 0 for prices, amounts and ranks that it does not know. */
export function known(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

export function fraction(percent: number | null | undefined): number | undefined {
  return percent === null || percent === undefined ? undefined : percent / 100;
}

/** What a coin's answer says of its price at other times. */
interface OtherPrices {
  readonly low_24h?: number | null | undefined;
  readonly high_24h?: number | null | undefined;
  readonly ath?: number | null | undefined;
  readonly ath_date?: string | null | undefined;
  readonly atl?: number | null | undefined;
  readonly atl_date?: string | null | undefined;
}

/** Changes in per cent by the days they reach back. */
type Changes = readonly (readonly [days: number, percent: number | null | undefined])[];

/** The prices that follow from the price and its changes, its range and its extremes, as far as they are known. */
export function recordOf(
  price: Datum | undefined,
  changes: Changes,
  {low_24h, high_24h, ath, ath_date, atl, atl_date}: OtherPrices,
): PriceRecord | undefined {
  if (!price) return undefined;
  const before = (days: number) =>
    new Date(Date.parse(price.asOf) - days * 24 * 60 * 60 * 1000).toISOString();
  const [low, high] = [known(low_24h), known(high_24h)];
  return {
    ...(low !== undefined && high !== undefined && {range24h: {low, high}}),
    past: [
      ...changes.flatMap(([days, percent]): PastPrice[] =>
        percent === null || percent === undefined || percent <= -100
          ? []
          : [{is: "price", value: price.value / (1 + percent / 100), at: before(days)}],
      ),
      ...extreme("all-time high", ath, ath_date),
      ...extreme("all-time low", atl, atl_date),
    ],
  };
}

function extreme(is: PastPrice["is"], price: unknown, at: string | null | undefined): PastPrice[] {
  const value = known(price);
  return value === undefined || !at ? [] : [{is, value, at}];
}

export function toChanges(
  percents: Readonly<Record<string, number | null>>,
  path: readonly PropertyKey[],
  dated: Dated,
): QuoteChange[] {
  return Object.entries(percents).flatMap(([quote, percent]) => {
    const change = dated(fraction(percent), ...path, quote);
    return change ? [{quote: quote.toLowerCase(), change}] : [];
  });
}

/** The id stays as it is, since it names the coin; symbol and name are only ever shown. */
export function toAsset({id, symbol, name}: Asset): Asset {
  const shownSymbol = displayText(symbol, 20).toUpperCase() || id;
  return {id, symbol: shownSymbol, name: displayText(name) || shownSymbol};
}

/** What the source says the coin is, in words that can be quoted, or why there are none. */
export function descriptionOf(
  html: string | null | undefined,
  path: readonly PropertyKey[],
  answer: RecordedAnswer,
): Description | LeftOut | undefined {
  const text = plainText(html ?? "");
  if (text === "") return undefined;
  if (!isProse(text))
    return {
      what: `${coinGecko}’s description`,
      reason: `no words to quote, but mark-up or signs: ${displayText(text, 40)}`,
    };
  return {
    text,
    source: coinGecko,
    file: answer.path,
    pointer: pointerTo(path),
    asOf: iso(answer.fetchedAt),
  };
}

const iso = (text: string) => new Date(text).toISOString().replace(".000Z", "Z");
