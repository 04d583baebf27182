import type {ProfileFinding} from "../model/finding.ts";
import type {LeftOut, Profile} from "../model/market.ts";

/** The facts that have words in the locale; the others are left out and named. */
export function findProfile(
  profile: Profile | undefined,
  {asset, locale}: {readonly asset: string; readonly locale: string},
): {readonly finding?: ProfileFinding; readonly leftOut: readonly LeftOut[]} {
  const facts = profile?.facts ?? [];
  const worded = facts.filter(({statement}) => statement[locale] !== undefined);
  const wordless = facts
    .filter(({statement}) => statement[locale] === undefined)
    .map(({id}) => ({what: `${asset}/${id}`, reason: `without words in ${locale}`}));
  return {
    ...(worded.length > 0 && {finding: {kind: "profile", facts: worded}}),
    leftOut: [...(profile?.leftOut ?? []), ...wordless],
  };
}
