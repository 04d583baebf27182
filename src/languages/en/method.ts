import type {Section} from "../../model/article.ts";
import type {CasesFinding} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {noun, plural} from "./nouns.ts";
import {list} from "./words.ts";

type CasesRecord = NonNullable<CasesFinding["record"]>;

/** Drift, tilt and record are of the method as it is; nothing else in a note is of later than its day. */
const later = ({until}: CasesRecord, {start}: CasesFinding): Text =>
  until > start.asOf.slice(0, 10)
    ? say`Drift, tilt and what follows are the method’s later record: measured after the day of this note, and not to be known on it. `
    : [];

/** How each kind of figure is made, for those that the note holds. */
export function method({
  asset,
  dependence,
  sector,
  outliers,
  table,
  cases,
  risk,
  liquidity,
  pen,
  benchmark,
  fixed,
  state: {tradingDays},
}: Facts): Section {
  const other = pen.name(benchmark.name);
  const rest = tradingDays
    ? "; all else rests on log returns from one close to the next. A missing day stays missing, and a return across a longer gap is left out"
    : "; all else rests on daily log returns between UTC closes. A missing day stays missing, and a return across a gap is left out";
  const items = [
    say`Changes over ${pen.count(fixed.hours)} hours are simple returns${dependence || risk || cases ? rest : ""}.`,
    ...(tradingDays
      ? [
          say`${pen.name(asset.symbol)} is traded on ${pen.count(tradingDays)} days a year, counted from its closes: a Friday and a Monday are neighbours here, and so are the days around a holiday. Days of a window are trading days.${dependence ? say` What ${other} did is counted between the same closes; both may close at different hours, which makes a tie look weaker than it is.` : ""}`,
        ]
      : []),
    ...(dependence
      ? [
          say`Dependence is Spearman’s rank correlation with ${other}. Whether it changed is tested on Fisher’s scale with a standard error from influence values, which holds under heavy tails and changing volatility where the usual formula does not, against Student’s t at ${pen.level(dependence.level)}; p-values are adjusted over ${dependence.picked ? "every test of the scan" : "the windows"} (Benjamini and Hochberg), and verdicts go by those, for a rise as for a fall. Such a test finds a change where there is none in ${pen.level(dependence.level)} of cases. A tie is weaker when its correlation, of either sign, is smaller. The word decoupling needs a tie that was a positive one, is weaker and has not turned round, and of whose change the ${noun(asset)}’s own part is larger than that of ${other}’s volatility (Forbes and Rigobon).`,
          say`A change of the linear correlation is split over its causes by Shapley values: beta, ${other}’s volatility, and the volatility of what ${other} does not explain.${dependence.change?.since ? " The date of a change comes from the largest contrast between the influence values before and after a day (Wied, Dehling, van Kampen and Vogel), and is printed only where that test rejects." : ""}`,
          ...(sector
            ? [
                say`The other large coins are an equal-weighted index of those that others are quoted in, without ${pen.name(asset.symbol)} and ${other}. The partial correlation is of ranks; the shares are of a regression on ${other} first and the index second.`,
              ]
            : []),
        ]
      : []),
    ...(table
      ? [
          say`A quote’s own move follows from the changes of an asset in dollars and in that quote: growth in dollars over growth in the quote, less one. It is the same for every asset.${outliers ? say` A quote is left out of the medians where its modified z-score is beyond ${pen.z(outliers.threshold)}; it goes by the median and the median absolute deviation within the class (Iglewicz and Hoaglin).` : ""}`,
        ]
      : []),
    ...(liquidity
      ? [
          say`Turnover is the volume of the trailing ${pen.count(fixed.hours)} hours over the market cap, both as the source gives them. Trailing volumes are never summed.`,
        ]
      : []),
    ...(risk
      ? [
          say`Volatility is the standard deviation of daily log returns times the square root of ${tradingDays ? say`${pen.count(tradingDays)}, the days of a year on which it is traded` : say`${pen.count(fixed.year)}, for a market that trades every day of the year`}. A day is measured by the standard deviation of the days before it.`,
        ]
      : []),
    ...(cases ? casesItems(cases, asset, {pen, fixed}) : []),
  ];
  return {heading: say`Method`, blocks: [{kind: "list", items}]};
}

/** How the cases are made, and how they have held. */
function casesItems(
  cases: CasesFinding,
  asset: Facts["asset"],
  {pen, fixed}: Pick<Facts, "pen" | "fixed">,
): Text[] {
  const {record} = cases;
  const drifts = list(cases.sets.map(set => say`${pen.change(set.drift)}`));
  const made = say`Cases come from ${pen.count(cases.paths)} paths of a filtered historical simulation: the last ${pen.count(cases.history)} daily returns divided by their conditional volatility, drawn anew, and scaled by today’s volatility as it reverts to its usual level. Bear, base and bull are the lowest ${pen.worded(fixed.quarter, "quarter")}, the middle ${pen.worded(fixed.half, "half")} and the highest ${pen.worded(fixed.quarter, "quarter")} of the outcomes.`;
  const seed = say`The seed is fixed by ${noun(asset)} and day.`;
  const decided = say`Each case is decided by the ${record ? "UTC close" : "close"} of its day and will be scored on it; it is refuted when that close lies in the range of another.`;
  if (!record)
    return [
      say`${made} ${seed}`,
      say`How often such ranges hold has been measured on coins, and not on ${plural(asset)}: neither drift nor tilt is put in, and no record is claimed. ${decided}`,
    ];
  const held = list(
    cases.sets.flatMap(set => (set.record ? [say`${pen.share(set.record.coverage80, 1)}`] : [])),
  );
  return [
    say`${made} The drift of the median (${drifts} over the horizons in turn) and the tilt of the range were chosen on one part of the coins of the record and hold on the rest. ${seed}`,
    say`${later(record, cases)}Made the same way between ${pen.day(record.from)} and ${pen.day(record.until)}, the range from the lowest to the highest ${pen.worded(fixed.tenth, "tenth")} held ${held} of what came. Those are averages: coins move together, and in single years a range of a year ahead has held far more or far less. ${decided}`,
  ];
}
