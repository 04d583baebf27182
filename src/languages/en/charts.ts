import type {ExhibitBlock} from "../../model/article.ts";
import type {PeersFinding} from "../../model/finding.ts";
import {say} from "../../model/text.ts";
import {type ChartWords, drawnPeers, peersBody} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {sourceLine} from "./words.ts";

export const chartWords: ChartWords = {
  sameStart: (name, day) => `Thin line: ${name} from the same start, ${day}`,
  inADay: change => `${change} in a day`,
  inDays: (change, days) => `${change} in ${days} days`,
  changedOn: day => `Change dated ${day}`,
};

/** The coin among its peers as a picture, where there are enough of them. */
export function peersChart(found: PeersFinding, facts: Facts): ExhibitBlock[] {
  const {asset, pen, fixed} = facts;
  const shown = drawnPeers(found, facts);
  if (!shown) return [];
  const span =
    shown.span === "change30d"
      ? say`${pen.count(fixed.month)} days`
      : say`${pen.count(fixed.hours)} hours`;
  const others = shown.median ? say`; the median of the others ${pen.change(shown.median)}` : [];
  return [
    {
      kind: "exhibit",
      title: say`${pen.name(asset.symbol)} over ${span}, beside its peers`,
      body: peersBody(shown, facts, {
        alt: say`Change of ${pen.name(asset.name)} over ${span}: ${pen.change(shown.own)}${others}.`,
        watermark: "Simulated",
        labels: {
          change: `Change over ${shown.span === "change30d" ? "30 days" : "24 hours"}`,
          median: "Median of the others",
        },
      }),
      source: sourceLine(found.sources, say`As of ${pen.instant(found.size.asOf)}.`),
    },
  ];
}
