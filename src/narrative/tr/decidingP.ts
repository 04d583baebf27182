import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";

/** The p-value that decides: adjusted for the scan that picked the coin, otherwise its own. */
export const decidingP = ({picked}: DecouplingFinding, one: WindowResult) =>
  picked ? one.adjustedP : one.p;
