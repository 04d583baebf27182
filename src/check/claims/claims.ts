import type {Evidence} from "../../model/evidence.ts";
import type {CheckLanguage, CheckLanguages} from "../language.ts";
import {blotted} from "../names.ts";
import type {Numeric, Reading} from "../numeric.ts";
import type {Prose} from "../prose.ts";
import {type Spotted, spotted} from "../spotted.ts";
import {baseRate} from "./baseRate.ts";
import {cause} from "./cause.ts";
import type {Claim, Passage, PassageRule, Setting, TextRule} from "./claim.ts";
import {correlation} from "./correlation.ts";
import {decoupling} from "./decoupling.ts";
import {depth} from "./depth.ts";
import {excerpt} from "./excerpt.ts";
import {exclusion} from "./exclusion.ts";
import {headline} from "./headline.ts";
import {type Known, knownFrom} from "./known.ts";
import {language} from "./language.ts";
import {quotation} from "./quotation.ts";
import {recommendation} from "./recommendation.ts";
import {horizons, probability} from "./scenario.ts";
import {timestamp} from "./timestamp.ts";
import {entitlement, others, unfounded} from "./unfounded.ts";
import {unsupported} from "./unsupported.ts";
import {weekend} from "./weekend.ts";
import {widget} from "./widget.ts";
import {folded} from "./words/matching.ts";

/** Adding a kind of claim is a file and a line here. */
const perPassage: readonly PassageRule[] = [
  correlation,
  decoupling,
  cause,
  baseRate,
  depth,
  recommendation,
  probability,
  unfounded,
  entitlement,
  others,
  exclusion,
  timestamp,
  widget,
];
const perText: readonly TextRule[] = [
  headline,
  horizons,
  weekend,
  excerpt,
  quotation,
  language,
  unsupported,
];

/** Claims that nothing in the evidence carries. */
export function claimFaults(
  {language}: Prose,
  evidence: Evidence,
  {readings, ofNote}: Omit<Numeric, "faults">,
  languages: CheckLanguages,
): Spotted[] {
  const known = knownFrom(evidence);
  const passagesOf = (some: readonly Reading[]) =>
    some.map(reading => passageOf(reading, language, known));
  const passages = passagesOf(readings.filter(isJudged));
  const quotes = passagesOf(readings.filter(({sentence}) => sentence.role === "quote"));
  const setting: Setting = {
    known,
    words: language.claims,
    language,
    languages,
    ofNote,
    passages,
    quotes,
  };
  return [
    ...passages.flatMap(passage =>
      told(perPassage.flatMap(rule => rule(passage, setting))).map(claim =>
        spotted(passage.sentence, claim, claim),
      ),
    ),
    ...perText.flatMap(rule =>
      rule(setting).map(claim => spotted(claim.passage.sentence, claim, claim)),
    ),
  ];
}

/** Each fault once: a word that sounds like a finding is not told of inside a claim that is. */
const told = (claims: readonly Claim[]) =>
  claims.filter(
    one =>
      one.kind !== "unfounded" ||
      !claims.some(
        other => other.kind !== "unfounded" && other.from <= one.from && one.to <= other.to,
      ),
  );

function passageOf(reading: Reading, language: CheckLanguage, {cited}: Known): Passage {
  const {sentence, own} = reading;
  const text = folded(sentence.text, language);
  const free = blotted(own, cited(sentence.text));
  return {
    sentence,
    reading,
    text,
    own: free === sentence.text ? text : folded(free, language),
    sourced: sentence.links.some(link => /^https?:/i.test(link)),
  };
}

/** Quotations are others' words, and a cell as the program wrote it claims no more than its figures. */
const isJudged = ({sentence: {role, text}, statement}: Reading) =>
  role !== "quote" &&
  !(role === "cell" && statement?.text === text) &&
  /\p{L}{2}|\d:\d/u.test(text);
