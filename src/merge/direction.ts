import type {Evidence} from "../model/evidence.ts";

/**
 * Whether figures say the same of each other and of their signs in two evidences, and the tests they
 * are of the same verdict: then words on one are not wrong of the other by that alone. What was far
 * above another has to be at least half as far above it still.
 */
export function samelyDirected(ids: readonly string[], before: Evidence, after: Evidence): boolean {
  const both = [...new Set(ids)].flatMap(id => {
    const [was, is] = [before, after].map(({figures}) => figures.find(one => one.id === id));
    return was && is ? [{was, is}] : [];
  });
  if (both.some(({was, is}) => Math.sign(was.value) !== Math.sign(is.value))) return false;
  if (ids.some(id => id.startsWith("decoupling.")) && verdictsOf(before) !== verdictsOf(after))
    return false;
  return both.every((one, i) =>
    both
      .slice(i + 1)
      .filter(({was}) => was.unit === one.was.unit)
      .every(other => {
        const was = distance(one.was.value, other.was.value);
        const is = distance(one.is.value, other.is.value);
        return Math.sign(was) === Math.sign(is) && Math.abs(is) >= Math.abs(was) / 2;
      }),
  );
}

/** In logarithms where both are positive. */
const distance = (one: number, other: number) =>
  one > 0 && other > 0 ? Math.log(one / other) : one - other;

const verdictsOf = ({findings}: Evidence) =>
  JSON.stringify(
    findings.flatMap(one =>
      one.kind === "decoupling" ? [[one.window, one.verdict, one.leading, one.decoupled]] : [],
    ),
  );
