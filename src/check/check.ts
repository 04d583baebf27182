import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {examine} from "./marks.ts";

/** Every number and claim of a text, Markdown or plain, held against the evidence; faults in the order of the text. */
export const check = (text: string, evidence: Evidence): Fault[] => examine(text, evidence).faults;
