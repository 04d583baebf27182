import type {Customs} from "../../format/customs.ts";
import type {Chart} from "../../model/chart.ts";

/** A chart with how the language of its words writes numbers and days. */
export type Localised<One extends Chart> = One & {readonly customs: Customs};
