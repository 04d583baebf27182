import {say} from "../../model/text.ts";
import type {CautionHeading, CautionSentence} from "../../narrative/caution.ts";
import type {Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";

export const cautionHeadings: Words<CautionHeading> = {
  caution: () => say`Before relying on this`,
};

export const cautionSentences: Words<CautionSentence> = {
  "false-alarms"({level}, {benchmark, pen}) {
    const often = pen.level(level);
    return say`A test at ${often} finds a change where there is none in ${often} of cases. That the tie to ${pen.name(benchmark.name)} is not one of them, only more days will tell.`;
  },
  "short-record": ({since}, {asset, pen}) =>
    say`The record of ${pen.name(asset.symbol)} is short: its closes begin on ${pen.day(since)}, and so few days show no pattern.`,
  "blunt-test": ({reach}, {asset, benchmark, pen}) =>
    say`The test of its tie to ${pen.name(benchmark.name)} is a blunt one for this ${noun(asset)}: it would have seen only a fall to ${pen.correlation(reach)} or so.`,
};
