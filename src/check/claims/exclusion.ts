import {saidIn} from "./asserted.ts";
import {type Claim, has, type Passage, type PassageRule, type Setting} from "./claim.ts";

/** Outliers that the stated test does not find, and exclusions without a rule. */
export const exclusion: PassageRule = (passage, setting) => {
  const {exclusion: words, denial} = setting.words;
  const outliers = saidIn(words.outlier, passage.own, denial)
    .filter(() => !isExcluded(passage, setting))
    .map(
      (span): Claim => ({
        ...span,
        kind: "exclusion",
        reason: setting.known.excluded.length
          ? "the rule of the evidence leaves out others and not this one"
          : "no value of the evidence is beyond the rule for outliers, or too few were there to be tested",
      }),
    );
  const dropped = saidIn(words.leftOut, passage.own, denial)
    .filter(() => !has(words.rule, around(passage, setting)))
    .map(
      (span): Claim => ({
        ...span,
        kind: "exclusion",
        reason:
          "what is left out needs a rule fixed beforehand, its threshold, and the result with and without; none is named",
      }),
    );
  return [...outliers, ...dropped];
};

/**
 * Whether the percentage beside it is one that the rule left out; without one, whether it left out
 * any, or the sentence only tells the rule.
 */
function isExcluded({reading, own}: Passage, {known: {excluded}, words}: Setting): boolean {
  const sizes = reading.mentions.flatMap(one =>
    one.kind === "quantity" && one.measure === "percent" ? [one.size] : [],
  );
  if (sizes.length === 0) return excluded.length > 0 || has(words.exclusion.rule, own);
  return sizes.some(size => excluded.some(({value}) => Math.abs(Math.abs(value) - size) < 0.0006));
}

/** The paragraph. */
const around = ({sentence}: Passage, {passages}: Setting) =>
  passages
    .filter(one => one.sentence.block === sentence.block)
    .map(({own}) => own)
    .join(" ");
