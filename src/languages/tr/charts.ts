import type {ExhibitBlock} from "../../model/article.ts";
import type {PeersFinding} from "../../model/finding.ts";
import {say} from "../../model/text.ts";
import {type ChartWords, drawnPeers, peersBody} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {named, sourceLine} from "./words.ts";

export const chartWords: ChartWords = {
  sameStart: (name, day) => `İnce çizgi: ${name}, aynı başlangıçtan (${day})`,
  inADay: change => `bir günde ${change}`,
  inDays: (change, days) => `${days} günde ${change}`,
  changedOn: day => `Değişimin tarihi: ${day}`,
};

/** The coin among its peers as a picture, where there are enough of them. */
export function peersChart(found: PeersFinding, facts: Facts): ExhibitBlock[] {
  const {asset, pen, fixed} = facts;
  const shown = drawnPeers(found, facts);
  if (!shown) return [];
  const span =
    shown.span === "change30d"
      ? say`${pen.count(fixed.month)} günlük`
      : say`${pen.count(fixed.hours)} saatlik`;
  const others = shown.median ? say`; diğerlerinin medyanı ${pen.change(shown.median)}` : [];
  return [
    {
      kind: "exhibit",
      title: say`${pen.name(asset.symbol)} ve benzerleri, ${span} değişim`,
      body: peersBody(shown, facts, {
        alt: say`${named(asset.name, "genitive", pen)} ${span} değişimi: ${pen.change(shown.own)}${others}.`,
        watermark: "Simülasyon",
        labels: {
          change: shown.span === "change30d" ? "30 günlük değişim" : "24 saatlik değişim",
          median: "Diğerlerinin medyanı",
        },
      }),
      source: sourceLine(found.sources, say`${pen.instant(found.size.asOf)} itibarıyla.`),
    },
  ];
}
