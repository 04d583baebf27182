import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import type {Schedule} from "../model/schedule.ts";
import type {Asset} from "../model/snapshot.ts";
import {folderCoinsAt} from "../sources/files.ts";
import {folderCoins} from "../sources/folderCoins.ts";
import {newestInstant} from "../sources/newest.ts";

/**
 * Holds the coins of schedules from recorded data against what those data have. Whether a live source
 * knows a coin is not to be known without asking it.
 *
 * @throws UsageError that names every coin that is not there
 */
export async function requireCoins(
  schedules: readonly Schedule[],
  datasets: Readonly<Record<string, string>>,
): Promise<void> {
  const known = new Map<string, Promise<Asset[]>>();
  const complaints = schedules.map(async ({name, what, order: {data}}) => {
    const folder = data === undefined ? undefined : datasets[data];
    if (folder === undefined || "scan" in what) return [];
    const reading = known.get(folder) ?? folderCoins(folder);
    known.set(folder, reading);
    const coins = await reading;
    const ids = new Set(coins.map(({id}) => id));
    const place = what.watch === undefined ? `schedules.${name}.what.coins` : `lists.${what.watch}`;
    return what.coins
      .filter(coin => !ids.has(coin))
      .map(
        coin =>
          `${place} has ${coin}, which is in no line of ${data} (${folder})${hint(coin, coins)}`,
      );
  });
  const told = new Set((await Promise.all(complaints)).flat());
  if (told.size > 0) throw new UsageError([...told].join("\n"));
}

/**
 * As of when an order from recorded data is made that names no time: the newest that they have of the
 * coin and the benchmark, or of the benchmark alone without a coin. Now is none of theirs, unless they
 * are still added to.
 */
export const newestOf = (folder: string, now: string, coin?: string): Promise<string | undefined> =>
  newestInstant(folder, {until: now, ...(coin !== undefined && {coin})});

/**
 * What to do about a coin that the folder does not have as of the instant; undefined where it does.
 *
 * @throws UsageError where the folder is none of recorded data
 */
export async function hintWithout(
  coin: string,
  folder: string,
  asOf: string,
): Promise<string | undefined> {
  const coins = await folderCoinsAt(folder, asOf);
  if (coins.some(({id}) => id === coin)) return undefined;
  const ever = await folderCoins(folder);
  return ever.some(({id}) => id === coin)
    ? " as of then: its answers are of another time, so give an asOf within a day after they were recorded"
    : hint(coin, coins);
}

/** More of them nobody reads through. */
const mostNamed = 12;

function hint(coin: string, coins: readonly Asset[]): string {
  const known = [...new Map(coins.map(one => [one.id, one])).values()];
  const near = nearest(coin, known, ({id, symbol, name}) => [id, symbol, name], 3);
  if (near.length > 0) return `: did you mean ${near.map(({id}) => id).join(", ")}?`;
  const ids = known.slice(0, mostNamed).map(({id}) => id);
  const rest = known.length - ids.length;
  if (ids.length === 0) return ": there is none";
  return `: there are ${ids.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
