import type {Figure} from "../model/figure.ts";
import {decouplingWindows} from "../model/figureNames.ts";
import type {DecouplingFinding, WindowResult} from "../model/finding.ts";
import type {Break, Chance, OneDay, OtherWindows} from "./dependencePoints.ts";

/** Under this p chance hardly explains a change. */
const hard = 0.01;

/** Of a window's squared returns: such a day is most of what moved. */
const most = 0.5;

export const tested = (windows: readonly WindowResult[]): Figure<"count"> => ({
  ...decouplingWindows,
  value: windows.length,
  asOf: windows[0]!.p.asOf,
  origin: {formula: "windows tested", inputs: windows.map(({p}) => p.id)},
});

export function chance({leading, windows, level, picked}: DecouplingFinding): Chance {
  const {adjustedP: p} = leading;
  const strength = p.value < hard ? "hardly" : p.value < level.value ? "possibly" : "easily";
  const looked = picked
    ? ({at: "scan", ...picked} as const)
    : ({at: "windows", tests: tested(windows)} as const);
  return {kind: "tie-chance", strength, p, looked};
}

export function otherWindows({windows, leading}: DecouplingFinding): OtherWindows[] {
  const others = windows.filter(one => one !== leading);
  const none = others.filter(({verdict}) => verdict === "no-change-found");
  const against = others.filter(one => !none.includes(one) && one.verdict !== leading.verdict);
  const dissent = none.map(({days, adjustedP}) => ({days, p: adjustedP}));
  return [
    ...(against.length > 0
      ? [{kind: "windows-oppose" as const, days: against.map(({days}) => days)}]
      : []),
    ...(none.length > 0 ? [{kind: "windows-dissent" as const, windows: dissent}] : []),
  ];
}

/** Two tests that speak of different days are told as two, and then confuse: of a day before the window nothing is said. */
export function breakOf({change, leading}: DecouplingFinding): Break[] {
  if (!change) return [];
  const {p, since} = change;
  if (!since) return [{kind: "break-untold", p}];
  return since >= leading.from ? [{kind: "break-dated", day: since, p}] : [];
}

export const oneDay = ({largest: {day, share}, days}: WindowResult): OneDay[] =>
  share.value > most ? [{kind: "one-day", day, share, days}] : [];
