import {resolve} from "node:path";
import {evidenceOf} from "../../src/evidence/evidence.ts";
import {find} from "../../src/findings/find.ts";
import {displayText} from "../../src/format/displayText.ts";
import {languageOf} from "../../src/languages/index.ts";
import type {Findings} from "../../src/model/finding.ts";
import {plainHouse} from "../../src/model/house.ts";
import {toOrder} from "../../src/model/order.ts";
import type {Asset, RecordedAnswer, Snapshot} from "../../src/model/snapshot.ts";
import {articleTexts, narrate} from "../../src/narrative/article.ts";
import {renderMarkdown} from "../../src/render/markdown.ts";
import {readTemplates} from "../../src/render/templates.ts";
import {record} from "../../src/snapshots/record.ts";
import {descriptionOf} from "../../src/sources/coingeckoValues.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";

const asOf = "2025-07-02T00:00:00Z";
const sample = resolve(import.meta.dirname, "../../samples/simulated");
const snapshot = record(await gatherFiles(sample, "tessilith", asOf), asOf);
const market = readMarket(snapshot);
const templates = await readTemplates();
const coinAnswer: RecordedAnswer = {...snapshot.answers[0]!, path: "coin.json", fetchedAt: asOf};
const found = {en: find(market, "en"), tr: find(market, "tr")};

type Rename = (asset: Asset) => Asset;

/** The data with every asset in them called otherwise; what was one thing stays one. */
function renamed<T>(data: T, rename: Rename): T {
  const copies = new Map<object, unknown>();
  const walk = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
    const copy = copies.get(value) ?? copyOf(value);
    copies.set(value, copy);
    return copy;
  };
  const copyOf = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, walk(one)]));
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return isAsset(copy) ? {...copy, ...rename(copy)} : copy;
  };
  return walk(data) as T;
}

const isAsset = (value: object): value is Asset =>
  "id" in value && "symbol" in value && "name" in value;

export interface OutsideNames {
  readonly asset: string;
  readonly symbol: string;
  readonly others: string;
  readonly description: string;
}

/** The sample's note, with words from outside in the places of its own. */
export function noteWith({asset, symbol, others, description}: OutsideNames, locale: "en" | "tr") {
  const names: Rename = one =>
    one.id === "tessilith"
      ? {...one, name: displayText(asset) || "A", symbol: displayText(symbol, 20) || "A"}
      : one.id === "ostrabell" || one.id === "brindlark" || one.id === "velquist"
        ? {...one, name: displayText(others) || "B", symbol: displayText(others, 20) || "B"}
        : one;
  const {asset: own, benchmark} = renamed(
    {asset: snapshot.asset, benchmark: snapshot.benchmark},
    names,
  );
  const named: Snapshot = {...snapshot, asset: own, benchmark};
  const findings: Findings = renamed(found[locale], names);
  const order = toOrder(
    {coin: "tessilith", source: "files", data: sample, asOf, locale},
    new Date(asOf),
  );
  const described = descriptionOf(description, ["description"], coinAnswer);
  const told: Findings =
    described && "text" in described
      ? {...findings, findings: [...findings.findings, {kind: "description", ...described}]}
      : {...findings, leftOut: [...findings.leftOut, ...(described ? [described] : [])]};
  const article = narrate(order, named, told, languageOf(locale), {
    generator: "assay 0",
    house: plainHouse,
  });
  if (!article) throw new Error("the sample has a note");
  const evidence = evidenceOf({
    order,
    snapshot: named,
    findings: told,
    article,
    texts: articleTexts(article),
    generator: "assay 0",
    style: "0".repeat(64),
  });
  return {markdown: renderMarkdown(article, order.template, templates), evidence};
}
