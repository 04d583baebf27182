import {addDays} from "../model/day.ts";
import * as names from "../model/figureNames.ts";
import type {SectorFinding} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {classOf, derivedQuotes} from "../model/quotes.ts";
import {logReturns} from "../stats/logReturns.ts";
import {partialCorrelation} from "../stats/partialCorrelation.ts";
import {priceFaults} from "../stats/priceFaults.ts";
import {sectorIndex} from "../stats/sectorIndex.ts";
import {varianceShares} from "../stats/varianceShares.ts";
import {commonReturns} from "./commonReturns.ts";
import {computed} from "./figure.ts";
import {type History, keptDays} from "./history.ts";

const window = 90;
const fewestDays = 60;
const fewestMembers = 5;

/**
 * What the asset shares with the benchmark beyond what both share with the other coins it is quoted
 * in. Undefined where these are too few.
 */
export function findSector(
  market: Market,
  asset: History,
  benchmark: History,
): SectorFinding | undefined {
  const from = asset.calendar.back(asset.last.day, window - 1);
  const members = membersOf(market, from);
  if (members.length < fewestMembers) return undefined;
  const index = sectorIndex(
    members.map(({returns}) => returns),
    fewestMembers,
  );
  const pair = commonReturns(asset, benchmark);
  const indexOn = new Map(index.map(({date, value}) => [date, value]));
  const days = pair.dates.flatMap((date, i) => {
    const [x, y, z] = [pair.x[i], pair.y[i], indexOn.get(date)];
    return date < from || x === undefined || y === undefined || z === undefined ? [] : [{x, y, z}];
  });
  if (days.length < fewestDays) return undefined;
  const x = days.map(day => day.x);
  const y = days.map(day => day.y);
  const z = days.map(day => day.z);
  const inputs = [asset.close.id, benchmark.close.id, ...members.map(({id}) => id)];
  const about = (formula: string) => ({asOf: asset.asOf, formula, inputs});
  try {
    const shares = varianceShares(y, x, z);
    return {
      kind: "sector",
      members: computed(names.sector.members, members.length, about("coins of the index")),
      days: computed(names.sector.days, days.length, about("days with all three returns")),
      partial: computed(
        names.sector.partial,
        partialCorrelation(y, x, z),
        about(
          "partial Spearman correlation with the benchmark, given the index of the other coins",
        ),
      ),
      shares: {
        benchmark: computed(
          names.sector.benchmarkShare,
          shares.benchmark,
          about("share of the variance of daily log returns that the benchmark explains"),
        ),
        sector: computed(
          names.sector.sectorShare,
          shares.sector,
          about("share that the index explains beyond the benchmark"),
        ),
        own: computed(names.sector.ownShare, shares.own, about("share that neither explains")),
      },
      sources: [...new Set([asset.close.source, benchmark.close.source])],
    };
  } catch (error) {
    // A series that does not move explains nothing: no claim.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The other coins with clean closes of the window. */
function membersOf({rates, asset, benchmark}: Market, from: string) {
  const own = new Set([asset.symbol.toLowerCase(), benchmark.symbol.toLowerCase()]);
  const before = addDays(from, -1);
  return rates.flatMap(rate => {
    const quote = rate.id.slice("rate.".length);
    if (classOf(quote) !== "crypto" || derivedQuotes.has(quote) || own.has(quote)) return [];
    const recent = keptDays(rate, day => day >= before);
    if (recent.dates.length < fewestDays || priceFaults(recent).length > 0) return [];
    return [{id: rate.id, returns: logReturns(recent)}];
  });
}
