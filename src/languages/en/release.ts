import {dateFormat} from "../../format/dates.ts";
import type {ReleaseWords} from "../../model/releaseWords.ts";
import {customs} from "./customs.ts";

const {day} = dateFormat(customs);

export const release: ReleaseWords = {
  corrected: at => `Corrected on ${day(at)}:`,
  wrongAndRight: ({wrong, right}) => `was “${wrong}”, is “${right}”.`,
  retracted: at => `This note was retracted on ${day(at)}.`,
  pdf: "This note as PDF",
  evidence: "The evidence for each figure (JSON)",
  earlier: version => `Version ${version}, before it was corrected (PDF)`,
  first: "First published at",
  correctedTitle: title => `Corrected: ${title}`,
  retractedTitle: title => `Retracted: ${title}`,
  unsubscribe: "To leave this list:",
  chart: alt => `[Chart: ${alt}]`,
  keyData: ["Figure", "Value"],
};
