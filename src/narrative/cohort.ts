import type {Figure} from "../model/figure.ts";
import type {CohortFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {notable, scoreOf} from "./news.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";

export interface CohortHeading {
  readonly kind: "beginning";
  readonly way: "up" | "down";
  readonly among: "usual" | "rare";
}

/** When it began, and how far it is from its first close. */
interface Beginning {
  readonly kind: "first-close";
  readonly from: string;
  readonly days: Figure<"days">;
  readonly change: Figure<"return">;
}

/** What others of that age had done. */
interface CohortBreadth {
  readonly kind: "cohort-breadth";
  readonly coins: Figure<"count">;
  readonly fell: Figure<"count">;
  readonly median: Figure<"return">;
}

/** Where the coin stands among them: told from the end that it is nearer to. */
interface CohortPlace {
  readonly kind: "cohort-place";
  readonly coins: Figure<"count">;
  readonly worse: Figure<"count">;
  readonly better: Figure<"count">;
  readonly nearer: "bottom" | "top" | "none-worse" | "none-better";
}

export type CohortSentence = Beginning | CohortBreadth | CohortPlace;

/** A young coin has no past to be measured by: others at its age are its measure. */
export function cohortPlan(
  {cohort}: Facts,
  {lead}: Story,
): Plan<CohortHeading, CohortSentence, never> | undefined {
  if (!cohort) return undefined;
  const {from, days, change, worse, better, coins} = cohort;
  const score = scoreOf(Math.min(worse.value, better.value), coins.value);
  return {
    heading: {
      kind: "beginning",
      way: change.value > 0 ? "up" : "down",
      among: score < notable ? "usual" : "rare",
    },
    blocks: [
      {
        paragraph: [
          {kind: "first-close", from, days, change},
          // The deck has told it.
          ...(lead === "cohort" ? [] : [cohortBreadth(cohort)]),
          cohortPlace(cohort),
        ],
      },
    ],
  };
}

const cohortBreadth = ({coins, fell, median}: CohortFinding): CohortBreadth => ({
  kind: "cohort-breadth",
  coins,
  fell,
  median,
});

function cohortPlace({coins, worse, better}: CohortFinding): CohortPlace {
  const nearer =
    worse.value === 0
      ? "none-worse"
      : better.value === 0
        ? "none-better"
        : worse.value < better.value
          ? "bottom"
          : "top";
  return {kind: "cohort-place", coins, worse, better, nearer};
}
