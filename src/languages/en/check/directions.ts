import {type DirectionWords, wholeWord} from "../../../check/direction.ts";

export const directions: DirectionWords = {
  up: wholeWord(`
    ris(?:e|es|en|ing) rose gain(?:s|ed|ing|er|ers)? climb(?:s|ed|ing)?
    advanc(?:e|es|ed|ing) jump(?:s|ed)? surg(?:e|es|ed|ing) soar(?:s|ed|ing)?
    ral(?:ly|lies|lied) increas(?:e|es|ed|ing) grow(?:s|n|th|ing)? grew add(?:s|ed) up
    upward upwards higher highest high above over more most larger largest greater greatest
    strengthen(?:s|ed|ing)? stronger closer tighten(?:s|ed)? tighter ties livelier wider
    widen(?:s|ed)? exceed(?:s|ed)? outperform(?:s|ed|ing)? bull buy(?:s|ing|ers)? best
    better peak(?:s|ed)? appreciat(?:e|es|ed) lead(?:s|ing)? first positive premium highs
  `),
  down: wholeWord(`
    fall(?:s|en|ing)? fell los(?:e|es|ing|s|ses|er|ers) lost drop(?:s|ped|ping)?
    declin(?:e|es|ed|ing) slid(?:e|es|ing)? slump(?:s|ed)? sank sink(?:s|ing)? shed(?:s)?
    decreas(?:e|es|ed|ing) shr(?:ink|inks|ank|unk|inking) slip(?:s|ped)? plung(?:e|es|ed)
    plummet(?:s|ed)? retreat(?:s|ed)? down downward downwards lower lowest low below under
    less least fewer fewest smaller smallest weaken(?:s|ed|ing)? weaker looser
    loosen(?:s|ed|ing)? loosest calmer narrower narrow(?:s|ed)? underperform(?:s|ed|ing)?
    bear sell(?:s|ing|ers)? worst worse trough depreciat(?:e|es|ed) lag(?:s|ged|ging)? last
    negative discount lows
  `),
  risen:
    /(?<![\p{L}-])(?:rose|rises?|risen|rising|gains?|gained|gaining|climb(?:s|ed)?|advanc(?:e|es|ed)|jump(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|rall(?:y|ied)|increased?|up|higher|appreciated)(?![\p{L}-])/giu,
  fallen:
    /(?<![\p{L}-])(?:fell|falls?|fallen|falling|los(?:t|s|es|ing)|drop(?:s|ped)?|declin(?:e|es|ed)|slid|slumped|sank|shed|decreased?|slipped|plunged|plummeted|retreated|down|lower|depreciated)(?![\p{L}-])/giu,
  opposites: [
    ["rose", "fell"],
    ["rise", "fall"],
    ["rises", "falls"],
    ["rising", "falling"],
    ["gained", "lost"],
    ["gain", "loss"],
    ["climbed", "dropped"],
    ["advanced", "declined"],
    ["increased", "decreased"],
    ["jumped", "slid"],
    ["up", "down"],
    ["higher", "lower"],
  ],
  clauses: "while|where|whereas|but|although|because|as|against|from",
  verb: "before",
};
