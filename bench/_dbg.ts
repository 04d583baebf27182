import {plainHouse} from "../src/model/house.ts";
import {styleOf, write} from "../src/report.ts";
import {spearman as sp} from "../src/stats/spearman.ts";
import {snapshotOf} from "../test/walk.ts";
import {Facts} from "./truth/facts.ts";
import {readMarket} from "./truth/market.ts";
import {readNote} from "./truth/note.ts";
import {spearman} from "./truth/statistics.ts";

const data = "/work/shared/data";
const market = readMarket(data);
const style = await styleOf({house: plainHouse});
for (const [coin, asOf, locale] of [["polkadot", "2022-06-18T02:00:00Z", "tr"]] as const) {
  const {order, snapshot} = await snapshotOf({coin, source: "files", data, asOf, locale});
  const d = write(order, snapshot, style);
  const facts = new Facts(readNote(coin, d.markdown), market);
  for (const w of [30, 60, 90]) {
    const now = facts.pairsIn(facts.last - w + 1, facts.last);
    console.log(
      w,
      facts.tie(w)?.rho,
      spearman(now.x, now.y),
      sp(now.x, now.y),
      new Set(now.y).size,
      new Set(now.y.map(v => v.toPrecision(12))).size,
      new Set(now.x.map(v => v.toPrecision(12))).size,
    );
  }
  for (const f of d.evidence.figures)
    if (/decoupling\.(30|60|90)d\.(spearman|p|adjustedP|days|baseline.spearman)$/.test(f.id))
      console.log(f.id, f.value);
  console.log(facts.tie(30), facts.adjustedP(30));
}
