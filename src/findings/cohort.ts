import * as names from "../model/figureNames.ts";
import type {CohortFinding} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {computed} from "./figure.ts";
import type {History} from "./history.ts";

/** The id by which evidence names the list of the others' changes. */
export const cohortChanges = "cohort.changes";

/** Fewer coins at the same age are no measure. */
const fewestCoins = 30;

/** A young coin beside others at the age it has: its own past measures nothing yet. */
export function findCohort(
  {cohort}: Market,
  history: History | undefined,
): CohortFinding | undefined {
  if (!cohort || !history || cohort.changes.length < fewestCoins) return undefined;
  const [first] = history.days;
  if (first.day !== cohort.from) return undefined;
  const {asOf} = history;
  const inputs = [history.close.id];
  const change = computed(names.cohort.change, history.last.close / first.close - 1, {
    asOf,
    formula: `close of ${history.last.day} / close of ${first.day} - 1`,
    inputs,
  });
  const values = cohort.changes.map(one => one.change);
  const count = (keep: (value: number) => boolean) => values.filter(keep).length;
  const about = (formula: string) => ({asOf, formula, inputs: [cohortChanges]});
  return {
    kind: "cohort",
    days: computed(names.cohort.days, cohort.days, {
      asOf,
      formula: "days from the first close to the last",
      inputs,
    }),
    from: first.day,
    change,
    coins: computed(names.cohort.coins, values.length, about("other coins at that age")),
    fell: computed(
      names.cohort.fell,
      count(v => v < 0),
      about("of these, those that had fallen"),
    ),
    worse: computed(
      names.cohort.worse,
      count(v => v < change.value),
      {
        asOf,
        formula: "others with a lower change at that age",
        inputs: [cohortChanges, change.id],
      },
    ),
    better: computed(
      names.cohort.better,
      count(v => v > change.value),
      {
        asOf,
        formula: "others with a higher change at that age",
        inputs: [cohortChanges, change.id],
      },
    ),
    median: computed(names.cohort.median, median(values), about("median of their changes")),
    sources: [cohort.source],
  };
}
