import {type ExpectedError, SourceChanged, SourceUnavailable, UsageError} from "../model/errors.ts";
import type {Failure} from "./http.ts";

/** Where CoinGecko is asked, and as whom. */
export interface Access {
  readonly kind: "keyless" | "demo" | "pro";
  readonly base: string;
  /** Holds the key: sent, and shown nowhere. */
  readonly headers: Readonly<Record<string, string>>;
  readonly callsPerMinute: number;
}

/** CoinGecko answers 404 where a coin's id is in the path. */
export class UnknownCoin extends UsageError {}

/** CoinGecko counts calls by the minute. */
const minute = 60_000;
const freeKey = "set COINGECKO_DEMO_API_KEY; a demo key is free at coingecko.com/api.";

/** CoinGecko's refusals, with what to do about each. `general` is a failure in general terms. */
export function explainCoinGecko(
  failure: Failure,
  general: ExpectedError,
  access: Access,
): ExpectedError {
  if (failure.kind !== "status") return general;
  const said = failure.said ?? "";
  const status = failure.status ?? 0;
  const code = Number(/"error_code"\s*:\s*(\d+)/.exec(said)?.[1] ?? status);
  if (code === 1020 || /error code:? *1020/i.test(said)) {
    return new SourceUnavailable(
      "CoinGecko's network refuses this machine (1020, access denied): try from another network or without a VPN.",
    );
  }
  const words =
    /"(?:error_message|error)"\s*:\s*"((?:[^"\\]|\\.)*)/.exec(said)?.[1] ?? "no reason given";
  const number = code === status ? status : `${status}, code ${code}`;
  const refusal = `CoinGecko refuses ${failure.request.endpoint} (${number}: ${words.trim()})`;
  return byCode(code, refusal, access) ?? byStatus(status, refusal, failure, general, access);
}

/** CoinGecko's own codes, which say more than the status. */
function byCode(code: number, refusal: string, access: Access): ExpectedError | undefined {
  switch (code) {
    case 10002:
      return new UsageError(`${refusal}: ${freeKey}`);
    case 10005:
      return new UsageError(
        `${refusal}: it belongs to a larger plan than that of ${keyName(access)}.`,
      );
    case 10010:
      return new UsageError(`${refusal}: the key is a pro key, set it as COINGECKO_PRO_API_KEY.`);
    case 10011:
      return new UsageError(`${refusal}: the key is a demo key, set it as COINGECKO_DEMO_API_KEY.`);
    case 10012:
      return new SourceUnavailable(
        `${refusal}: the history asked for needs a paid key in COINGECKO_PRO_API_KEY, or use --source files.`,
      );
  }
  return undefined;
}

function byStatus(
  status: number,
  refusal: string,
  {request, retryAfterMs}: Failure,
  general: ExpectedError,
  access: Access,
): ExpectedError {
  const keyless = access.kind === "keyless";
  switch (status) {
    case 400:
    case 422:
      return new SourceChanged(
        `${refusal}: it no longer takes our request, so this program needs an update.`,
      );
    case 401:
      return new UsageError(
        `${refusal}: ${keyless ? freeKey : `check ${keyName(access)}, or unset it to ask without a key.`}`,
      );
    case 403:
      return new SourceUnavailable(
        `${refusal}: this network or key may not ask; try from another network, or check ${keyName(access)}.`,
      );
    case 404:
      return request.query.id === undefined
        ? new SourceUnavailable(
            `CoinGecko has no ${request.endpoint} at ${access.base} (404): check COINGECKO_BASE_URL.`,
          )
        : new UnknownCoin(
            `CoinGecko knows no coin "${request.query.id}" (404): give its id, such as bitcoin.`,
          );
    case 408:
      return new SourceUnavailable(`${refusal}: the connection was too slow, run it again.`, {
        passing: {},
      });
    case 429:
      return new SourceUnavailable(
        `${general.message} ` +
          (keyless
            ? "A free demo key in COINGECKO_DEMO_API_KEY raises the limit; "
            : "Your plan's limit is reached; ") +
          `ASSAY_COINGECKO_CALLS_PER_MINUTE (now ${access.callsPerMinute}) sets our pace.`,
        {passing: {afterMs: retryAfterMs ?? minute}},
      );
    default:
      return general;
  }
}

const keyName = ({kind}: Access) =>
  kind === "pro" ? "COINGECKO_PRO_API_KEY" : "COINGECKO_DEMO_API_KEY";
