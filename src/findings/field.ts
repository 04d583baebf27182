import * as names from "../model/figureNames.ts";
import type {FieldFinding, MarketStateFinding} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {quantile} from "../stats/quantile.ts";
import {computed} from "./figure.ts";
import {dayByDay, type History} from "./history.ts";
import {present} from "./present.ts";
import {rarityOf} from "./rarity.ts";

/** The id by which evidence names the list of the others' changes. */
export const fieldChanges = "field.changes";

/** How the other coins fared on the same day, the coin among them, and how rare such a day is. */
export function findField(
  {field, benchmark: reference, asset}: Market,
  state: MarketStateFinding | undefined,
  history: History | undefined,
): FieldFinding | undefined {
  if (!field || field.changes.length === 0) return undefined;
  const {day, asOf, changes, source} = field;
  const values = changes.map(({change}) => change);
  const about = (formula: string, more: readonly string[] = []) => ({
    asOf,
    formula,
    inputs: [fieldChanges, ...more],
  });
  const count = (keep: (value: number) => boolean) => values.filter(keep).length;
  const middle = computed(
    names.field.median,
    median(values),
    about("median of the others’ changes"),
  );
  const quarter = (name: typeof names.field.lowerQuarter, p: 0.25 | 0.75) =>
    computed(name, quantile(values, p), about(`quantile ${p} of the others’ changes`));
  const byChange = changes.toSorted((a, b) => a.change - b.change);
  const end = (
    name: typeof names.field.lowest,
    {asset: one, change}: (typeof changes)[number],
  ) => ({
    asset: one,
    change: computed(name(one.id), change, about(`change of ${one.id}`)),
  });
  const own = ownChange(day, state, history);
  const benchmark = changes.find(one => one.asset.id === reference.id);
  const earlier = field.history
    ? dayByDay(field.history.median)
        .filter(one => day !== undefined && one.day < day)
        .map(one => ({day: one.day, value: one.close}))
    : [];
  return {
    kind: "field",
    coins: computed(names.field.coins, values.length, about("other coins with a change")),
    up: computed(
      names.field.up,
      count(value => value > 0),
      about("of these, those that rose"),
    ),
    down: computed(
      names.field.down,
      count(value => value < 0),
      about("of these, those that fell"),
    ),
    median: middle,
    middle: [quarter(names.field.lowerQuarter, 0.25), quarter(names.field.upperQuarter, 0.75)],
    ends: {
      lowest: end(names.field.lowest, byChange[0]!),
      highest: end(names.field.highest, byChange.at(-1)!),
    },
    ...present({
      day,
      own: own && {
        change: own,
        below: computed(
          names.field.below,
          count(value => value < own.value),
          about("others with a lower change", [own.id]),
        ),
        above: computed(
          names.field.above,
          count(value => value > own.value),
          about("others with a higher change", [own.id]),
        ),
      },
      benchmark:
        benchmark && asset.id !== reference.id
          ? computed(names.field.benchmark, benchmark.change, about(`change of ${reference.id}`))
          : undefined,
      market:
        field.history && middle.value !== 0
          ? rarityOf(names.field.market, middle.value, earlier, {
              end: middle.value < 0 ? "low" : "high",
              what: "days of the field, by their median",
              asOf,
              inputs: [middle.id, field.history.median.id],
            })
          : undefined,
    }),
    sources: [source],
  };
}

/** Of the field's own day, or of the trailing 24 hours where the field's changes are. */
function ownChange(
  day: string | undefined,
  state: MarketStateFinding | undefined,
  history: History | undefined,
) {
  if (day === undefined) return state?.change24h;
  const last = history?.returns.at(-1);
  if (!history || last?.date !== day) return undefined;
  return computed(names.field.ownChange, Math.expm1(last.value), {
    asOf: history.asOf,
    formula: `close of ${day} / close of the day before - 1`,
    inputs: [history.close.id],
  });
}
