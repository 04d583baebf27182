import {saidIn} from "./asserted.ts";
import {
  type Claim,
  type Passage,
  type PassageRule,
  type Setting,
  type Span,
  spansOf,
} from "./claim.ts";
import type {Wording} from "./words/words.ts";

/** A return that is called a correlation, and correlations that nobody measured. */
export const correlation: PassageRule = (passage, setting) => {
  const {correlation: words, denial} = setting.words;
  if (!saidIn(words.noun, passage.own, denial).length) return [];
  const found: Claim[] = [];
  for (const misuse of misuses(setting))
    for (const span of saidIn(misuse.pattern, passage.own, denial))
      if (misuse.beside || !found.some(one => one.from < span.to && span.from < one.to))
        found.push({
          ...span,
          kind: "miscalled",
          reason: misuse.reason,
          ...instead(misuse, passage, span, words.noun),
        });
  return found;
};

interface Misuse {
  readonly pattern: Wording;
  readonly reason: string;
  /** What to say in place of the noun, or of all of the words. */
  readonly noun?: string;
  readonly all?: string;
  /** Told even of words that another misuse has told of. */
  readonly beside?: true;
}

function misuses({words: {correlation: words}, known}: Setting): Misuse[] {
  const measured = known.correlation;
  return [
    {
      pattern: words.percentage,
      reason:
        "a percentage is no correlation: this is a return in another unit. A correlation lies between -1 and 1 and takes a series of paired returns",
      noun: words.change,
    },
    ...(measured
      ? []
      : [
          {
            beside: true as const,
            pattern: words.changed,
            reason:
              "for a correlation to have changed, two of them are needed, now and before; the evidence holds none",
          },
        ]),
    {
      pattern: words.ofMany,
      reason: measured
        ? "the evidence holds the correlation with the benchmark and no matrix or profile of others"
        : "the changes of one asset in many quotes are one list and no correlations; their spread is that of the quotes, the same for every asset",
      all: words.changes,
    },
    {
      pattern: words.ofOneDay,
      reason: "one day has no correlation: it takes a series of paired returns",
      noun: words.change,
    },
    {
      pattern: words.inverse,
      reason: known.negativeCorrelation
        ? "no correlation with this was measured; that of a day cannot be told"
        : "the evidence holds no negative correlation; moves of one day in opposite directions are none",
    },
    ...(measured
      ? []
      : [
          {
            pattern: words.noun,
            reason:
              "the evidence holds no correlation: nothing was measured that could be called one",
          },
        ]),
  ];
}

function instead({noun, all}: Misuse, {sentence}: Passage, {from, to}: Span, named: Wording) {
  if (all !== undefined) return {suggestion: all};
  const said = sentence.text.slice(from, to);
  const [found] = noun === undefined ? [] : spansOf(named, said.toLowerCase());
  if (!found) return {};
  return {suggestion: `${said.slice(0, found.from)}${noun}${said.slice(found.to)}`};
}
