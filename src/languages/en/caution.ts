import {say} from "../../model/text.ts";
import type {CautionHeading, CautionSentence} from "../../narrative/caution.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";

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
  "single-day": ({day}, {pen}) =>
    say`The figures of ${pen.day(day)} say what happened by then; they hold no pattern, and a single day is no trend.`,
  "range-says-little"({date, low, high}, {pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    return say`A range for ${pen.day(date)} that runs from ${from} to ${to} is close to saying nothing, and it is meant to be read so.`;
  },
  "can-fall-again": ({below}, {asset, pen}) =>
    say`That ${pen.name(asset.symbol)} is ${pen.drawdown(below, 0)} below its high says nothing of where it goes: a coin that far down can fall by as much again.`,
  "blunt-test": ({reach}, {benchmark, pen}) =>
    say`The test of its tie to ${pen.name(benchmark.name)} is a blunt one for this coin: it would have seen only a fall to ${pen.correlation(reach)} or so.`,
  "daily-swings"({daily, date, low, high}, {asset, fixed, pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    return say`${pen.name(asset.symbol)} moves by ${pen.volatility(daily, 1)} a day (standard deviation); ${pen.worded(fixed.eightTenths, "eight in ten")} of the simulated outcomes for ${pen.day(date)} lie from ${from} to ${to}.`;
  },
};
