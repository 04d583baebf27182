import {find} from "../../src/findings/find.ts";
import {customsOf} from "../../src/languages/customs.ts";
import {plainHouse} from "../../src/model/house.ts";
import {toOrder} from "../../src/model/order.ts";
import {type Facts, factsOf} from "../../src/narrative/facts.ts";
import {pen} from "../../src/narrative/pen.ts";
import {record} from "../../src/snapshots/record.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";

/** What a language is given for the coin, from a folder of data. */
export async function factsFrom(data: string, coin: string, asOf: string): Promise<Facts> {
  const snapshot = record(await gatherFiles(data, coin, asOf), asOf);
  const order = toOrder({coin, asOf}, new Date(asOf));
  const facts = factsOf(order, snapshot, find(readMarket(snapshot)), {
    pen: pen(customsOf("en"), []),
    generator: "assay",
    house: plainHouse,
  });
  if (!facts) throw new Error(`nothing is known of ${coin}`);
  return facts;
}
