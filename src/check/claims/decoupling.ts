import {saidIn} from "./asserted.ts";
import {type Claim, type PassageRule, type Span, spansOf} from "./claim.ts";

/** Decoupling without the verdict, and its denial against the verdict. */
export const decoupling: PassageRule = ({own}, {words: {decoupling: words, denial}, known}) => {
  const claim =
    (reason: string) =>
    (span: Span): Claim => ({...span, kind: "decoupling", reason});
  const measured = known.verdicts.size > 0;
  if (known.decoupled) {
    if (own.trimEnd().endsWith("?")) return [];
    return spansOf(words.none, own).map(
      claim("the evidence has a verdict of decoupling: the tie has weakened by its test"),
    );
  }
  const strong = saidIn(words.strong, own, denial).map(
    claim(
      measured
        ? "no test finds decoupling: the verdict in the evidence is another"
        : "decoupling was not tested: the evidence holds no verdict. A change of one day cannot show it",
    ),
  );
  if (known.verdicts.has("weakened")) return strong;
  const weak = saidIn(words.weak, own, denial).map(
    claim("no test finds that the tie to the benchmark has weakened"),
  );
  return [...strong, ...weak];
};
