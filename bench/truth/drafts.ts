import {ExpectedError} from "../../src/model/errors.ts";
import {plainHouse} from "../../src/model/house.ts";
import {styleOf, write} from "../../src/report.ts";
import {snapshotOf} from "../../test/walk.ts";
import {dateOf, type Market} from "./market.ts";

export interface Text {
  /** Coin, day and locale. */
  readonly name: string;
  readonly markdown: string;
}

const style = styleOf({house: plainHouse});

/** The instant at which the folder holds the markets' answers; every fifth note is of it. */
const answered = "2026-03-20T02:00:00Z";
const hours = ["00:00", "02:00", "07:30", "16:45"];

/** Notes on random coins and days: a quarter of them in Turkish. */
export async function* randomNotes(
  data: string,
  {assets}: Market,
  count: number,
  random: () => number,
): AsyncGenerator<Text> {
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!;
  for (let made = 0; made < count; ) {
    const asset = one(assets);
    const day = asset.first + 1 + Math.floor(random() * (asset.last - asset.first + 1));
    const asOf = random() < 0.2 ? answered : `${dateOf(day)}T${one(hours)}:00Z`;
    const locale = random() < 0.25 ? "tr" : "en";
    const markdown = await markdownOf(data, asset.id, asOf, locale);
    if (markdown === undefined) continue;
    made++;
    yield {name: `${asset.id} ${asOf} ${locale}`, markdown};
  }
}

/** Undefined where there is nothing to say. */
async function markdownOf(
  data: string,
  coin: string,
  asOf: string,
  locale: string,
): Promise<string | undefined> {
  try {
    const {order, snapshot} = await snapshotOf({coin, source: "files", data, asOf, locale});
    return write(order, snapshot, await style).markdown;
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}
