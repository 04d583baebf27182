import type {Block, Section, Table} from "../../model/article.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Printed, plain, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import type {Pen} from "../pen.ts";
import {list, sourceLine} from "./words.ts";

/** Whether the asset still follows the benchmark, why its correlation moved, and what could have been seen. */
export function dependence(facts: Facts): Section | undefined {
  const {dependence: found, asset, benchmark, pen} = facts;
  if (!found) return undefined;
  const {leading} = found;
  return {
    heading:
      leading.verdict === "no-change-found"
        ? say`Does ${pen.name(asset.symbol)} still follow ${pen.name(benchmark.name)}?`
        : leading.verdict === "strengthened"
          ? say`Closer to ${pen.name(benchmark.name)}`
          : say`Further from ${pen.name(benchmark.name)}`,
    blocks: [
      {
        kind: "paragraph",
        text: join([
          answer(found, facts),
          pickedSentence(found, facts),
          windowsSentence(found, facts),
        ]),
      },
      ...paragraphs([join([visible(found, facts), since(found, facts)])]),
      ...chart(found, facts),
      {kind: "paragraph", text: causes(found, facts)},
      ...paragraphs([beyond(facts)]),
      table(found, facts),
    ],
  };
}

const paragraphs = (texts: readonly Text[]): Block[] =>
  texts.filter(text => text.length > 0).map(text => ({kind: "paragraph", text}));

/** A date only where the test for one rejects. */
function since({leading, change}: DecouplingFinding, {pen}: Facts): Text {
  if (!change || leading.verdict === "no-change-found") return [];
  return change.since
    ? say`A test for a change at an unknown time places it at ${pen.day(change.since)} (${pen.isP(change.p)}); such dates are good to a week or two.`
    : say`When it changed cannot be said: a test for a change at an unknown time does not reject (${pen.isP(change.p)}).`;
}

/** Whether it follows the benchmark itself, or the coins that do. */
function beyond({sector, asset, benchmark, pen}: Facts): Text {
  if (!sector) return [];
  const other = pen.name(benchmark.name);
  const {partial, shares, members, days} = sector;
  const left =
    Math.abs(partial.value) < 0.15
      ? say`next to nothing of its tie to ${other} is left once an index of ${pen.counted(members)} other large coins is known: it follows the market, and ${other} with it`
      : partial.value > 0
        ? say`a part of its tie to ${other} is its own, beside what an index of ${pen.counted(members)} other large coins explains`
        : say`it moves against ${other} once an index of ${pen.counted(members)} other large coins is known`;
  return say`Over ${pen.count(days)} days ${left} (partial rank correlation ${pen.correlation(partial)}). Of the variance of ${pen.name(asset.symbol)}’s daily returns ${other} explains ${pen.share(shares.benchmark)}, the other coins beyond it ${pen.share(shares.sector)}, and neither ${pen.share(shares.own)}.`;
}

function answer({leading, decoupled}: DecouplingFinding, {benchmark, pen}: Facts): Text {
  const other = pen.name(benchmark.name);
  switch (leading.verdict) {
    case "no-change-found":
      return leading.rho.value >= 0.4
        ? say`Yes, as far as can be seen.`
        : say`It followed ${other} only loosely before, and as far as can be seen it still does.`;
    case "strengthened":
      return say`More closely than before, and by more than chance would explain.`;
    case "weakened":
      return decoupled
        ? say`Less than it did, and by more than chance would explain.`
        : say`Less than it did, though not in a way that deserves the word decoupling.`;
  }
}

/** A coin that was picked because it looked extreme is held to the p-value of all that was looked at. */
function pickedSentence({picked}: DecouplingFinding, {pen}: Facts): Text {
  if (!picked) return [];
  return say`This coin was not chosen beforehand: it came ${ordinal(picked.place, pen)} of ${pen.count(picked.universe)} coins in a scan, and was picked because it looked extreme. So every p-value here is adjusted for the ${pen.count(picked.tests)} tests of that scan.`;
}

const ordinal = (place: Parameters<Pen["count"]>[0], pen: Pen) =>
  place.value === 1 ? "first" : say`number ${pen.count(place)}`;

/** The p-value that decides: adjusted for the scan that picked the coin, otherwise its own. */
export const decidingP = ({picked}: DecouplingFinding, one: WindowResult) =>
  picked ? one.adjustedP : one.p;

function windowsSentence(found: DecouplingFinding, {pen}: Facts): Text {
  const {windows, baseline, picked} = found;
  const each = (print: (one: WindowResult) => Text) => list(windows.map(print));
  const lengths = each(one => say`${pen.count(one.days)}`);
  const many = windows.length > 1;
  const now = each(one => say`${pen.correlation(one.rho)}`);
  const before = each(one => say`${pen.correlation(one.baselineRho)}`);
  const ps = list(
    windows.map(
      (one, i) => say`${i === 0 ? pen.isP(decidingP(found, one)) : pen.p(decidingP(found, one))}`,
    ),
  );
  const surprise = windows.every(one => one.verdict === "no-change-found")
    ? many
      ? windows.length === 2
        ? say`Neither difference would surprise anyone if nothing had changed (${ps}).`
        : say`None of the differences would surprise anyone if nothing had changed (${ps}).`
      : say`The difference would surprise nobody if nothing had changed (${ps}).`
    : picked
      ? say`After that adjustment, the probabilities of differences as large, if nothing had changed, are ${list(windows.map(one => say`${pen.p(one.adjustedP)}`))}.`
      : many
        ? say`If nothing had changed, differences as large would come up with probabilities of ${list(windows.map(one => say`${pen.p(one.p)}`))}; adjusted for testing ${pen.counted(windowsCount(windows))} windows, ${list(windows.map(one => say`${pen.p(one.adjustedP)}`))}.`
        : say`If nothing had changed, a difference as large would come up with a probability of ${pen.p(windows[0]!.p)}.`;
  return say`Over the last ${lengths} days the rank correlation of daily returns was ${now}; in the ${pen.count(baseline)} days before ${many ? "each window" : "that"}, ${before}. ${surprise}`;
}

const windowsCount = (windows: readonly WindowResult[]) => ({
  id: "decoupling.windows",
  value: windows.length,
  unit: "count" as const,
  asOf: windows[0]!.p.asOf,
  origin: {formula: "windows tested", inputs: windows.map(({p}) => p.id)},
});

function visible({leading}: DecouplingFinding, {pen}: Facts): Text {
  if (leading.verdict !== "no-change-found") return [];
  const reach = leading.visible;
  return reach.value > 0
    ? say`No change found is not the same as no change. ${pen.count(leading.days)} days of this coin’s returns would have revealed a fall to ${pen.correlation(reach)} or below at least four times in five; smaller ones less often.`
    : say`No change found is not the same as no change: from this baseline, ${pen.count(leading.days)} days would have revealed only a fall below zero, to ${pen.correlation(reach)}, four times in five.`;
}

function causes({leading}: DecouplingFinding, facts: Facts): Text {
  const {asset, benchmark, pen} = facts;
  const other = pen.name(benchmark.name);
  const {cause} = leading;
  const volatilityMove = say`${other}’s own daily volatility ${went(pen.volatility(leading.baselineBenchmarkVolatility, 1), pen.volatility(leading.benchmarkVolatility, 1))}, which ${cause.btcVolatility.value > 0.1 ? "alone " : ""}${ties(cause.btcVolatility.value)} (${pen.part(cause.btcVolatility)})`;
  const betaMove = say`${pen.name(asset.symbol)}’s beta ${went(pen.beta(leading.baselineBeta), pen.beta(leading.beta))}, which ${ties(cause.beta.value)} (${pen.part(cause.beta)})`;
  const ownMove = say`the noise that is ${pen.name(asset.symbol)}’s own ${went(pen.volatility(leading.baselineOwnVolatility, 1), pen.volatility(leading.ownVolatility, 1))} a day, which ${ties(cause.ownVolatility.value)} (${pen.part(cause.ownVolatility)})`;
  return say`${opening(leading)} ${capital(volatilityMove)}. ${capital(betaMove)}. ${capital(ownMove)}. ${moral(leading, facts)}`;
}

function went(from: Printed, to: Printed): Text {
  return from.print === to.print ? say`stayed at ${to}` : say`went from ${from} to ${to}`;
}

function ties(part: number): string {
  if (Math.abs(part) < 0.03) return "hardly matters";
  return part > 0 ? "ties the two closer" : "loosens the tie";
}

function opening({cause, pearson, baselinePearson}: WindowResult): Text {
  const parts = Object.values(cause).map(part => part.value);
  const total = pearson.value - baselinePearson.value;
  const largest = Math.max(...parts.map(Math.abs));
  return largest > 2 * Math.abs(total) && largest > 0.1
    ? say`The pieces underneath moved more than the sum.`
    : say`A correlation can move for three reasons, and they are not alike.`;
}

function moral(leading: WindowResult, {benchmark, pen}: Facts): Text {
  const other = pen.name(benchmark.name);
  const {beta, btcVolatility, ownVolatility} = leading.cause;
  const opposed = btcVolatility.value > 0.1 && beta.value < -0.1;
  if (leading.verdict === "no-change-found" && opposed)
    return say`The two large effects nearly cancel. If ${other} calms down and the lower beta stays, the correlation will fall, and that would deserve the word decoupling; today it would be premature.`;
  if (leading.verdict === "weakened" && beta.value >= 0 && ownVolatility.value >= 0)
    return say`A correlation that falls only because ${other} went quiet is not decoupling: the coin answers ${other} as it did before.`;
  if (leading.verdict === "weakened" && beta.value < ownVolatility.value)
    return say`Most of the fall comes from the coin’s weaker answer to ${other}, which is what decoupling means.`;
  if (leading.verdict === "weakened")
    return say`Most of the fall comes from noise of the coin’s own: it answers ${other} much as before, and more is happening beside it.`;
  if (
    leading.verdict === "strengthened" &&
    btcVolatility.value > Math.max(beta.value, ownVolatility.value)
  )
    return say`Most of the rise comes from ${other} moving more, which ties every coin closer to it.`;
  return say`The parts add up to the change of the linear correlation, from ${pen.correlation(leading.baselinePearson)} to ${pen.correlation(leading.pearson)}.`;
}

function capital(text: Text): Text {
  const [first, ...rest] = text;
  return typeof first === "string" && first
    ? [first[0]!.toUpperCase() + first.slice(1), ...rest]
    : text;
}

function chart(found: DecouplingFinding, facts: Facts): Block[] {
  const {days, window} = found.rolling;
  const {asset, benchmark, pen, locale, simulated} = facts;
  if (days.length < 30) return [];
  const shown = found.windows.find(one => one.window === window) ?? found.leading;
  const [first, last] = [days[0]!, days.at(-1)!];
  const alt = say`Rolling rank correlation of ${pen.name(asset.name)} with ${pen.name(benchmark.name)}, ${pen.day(first.date)} to ${pen.day(last.date)}: last value ${pen.correlation(shown.rho)}, baseline ${pen.correlation(shown.baselineRho)}.`;
  return [
    {
      kind: "exhibit",
      title: say`Rank correlation of daily returns with ${pen.name(benchmark.name)}, rolling ${pen.count(shown.days)} days, with its ${pen.share(facts.fixed.band)} band`,
      body: {
        alt,
        chart: {
          kind: "dependence",
          name: "dependence",
          locale,
          days,
          baseline: {rho: shown.baselineRho.value, from: shown.baselineFrom, to: shown.baselineTo},
          labels: {
            rho: `Rank correlation with ${benchmark.name}`,
            band: `${pen.share(facts.fixed.band).print} band`,
            baseline: `Baseline, ${pen.count(found.baseline).print} days:`,
          },
          description: plain(alt),
          ...(simulated && {watermark: "Simulated"}),
        },
      },
      source: sourceLine(
        found.sources,
        say`Windows end on ${pen.day(last.date)} at the latest. The dashed line is the level of the baseline.`,
      ),
    },
  ];
}

function table(found: DecouplingFinding, {pen, benchmark}: Facts): Block {
  const left = {align: "left" as const};
  const right = {align: "right" as const};
  const body: Table = {
    columns: [
      {heading: say`Window`, ...left},
      {heading: say`Rank corr.`, ...right},
      {heading: say`before`, ...right},
      {heading: found.picked ? say`adj. p` : say`p`, ...right},
      {heading: say`Beta`, ...right},
      {heading: say`before`, ...right},
      {heading: say`from beta`, ...right},
      {heading: say`from ${pen.name(benchmark.name)}’s vol.`, ...right},
      {heading: say`from own vol.`, ...right},
      {heading: say`Verdict`, ...left},
    ],
    rows: found.windows.map(one => [
      say`${pen.count(one.days)} days`,
      say`${pen.correlation(one.rho)}`,
      say`${pen.correlation(one.baselineRho)}`,
      say`${pen.p(decidingP(found, one))}`,
      say`${pen.beta(one.beta)}`,
      say`${pen.beta(one.baselineBeta)}`,
      say`${pen.part(one.cause.beta)}`,
      say`${pen.part(one.cause.btcVolatility)}`,
      say`${pen.part(one.cause.ownVolatility)}`,
      say`${one.verdict.replaceAll("-", " ")}`,
    ]),
  };
  const {to} = found.leading;
  return {
    kind: "exhibit",
    title: say`What moved it: the three windows beside the ${pen.count(found.baseline)} days before each`,
    body: {table: body},
    source: sourceLine(
      found.sources,
      say`Daily log returns to ${pen.day(to)}. The three parts add up to the change of the linear correlation.`,
    ),
  };
}
