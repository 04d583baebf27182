import {judgingWords} from "../../languages/judging.ts";
import type {DeskLocale} from "../../model/deskLocale.ts";
import {changes} from "./changes.ts";
import {claims} from "./claims.ts";
import {expiring} from "./expiring.ts";
import {faults} from "./faults.ts";
import {headline} from "./headline.ts";
import {chosen, type Judged, type Judgement} from "./judgement.ts";
import {leftOut} from "./leftOut.ts";
import {saidIn} from "./said.ts";
import {unsaid} from "./unsaid.ts";

/**
 * What of a note needs judgement, in the order in which an editor is led through it, and nothing that
 * is merely right: a wall of it makes people stamp.
 *
 * @param locale of the reader, for what is said beside the note's own words
 */
export function judgementsOf(judged: Judged, locale: DeskLocale): Judgement[] {
  const words = judgingWords[locale];
  const said = saidIn(judged.text, judged.evidence);
  return chosen([
    ...headline(judged, said, words),
    ...claims(judged, said, words),
    ...changes(judged, said, words),
    ...leftOut(judged, said, words),
    ...unsaid(judged, said, words),
    ...expiring(judged, said, words),
    ...faults(judged, words),
  ]);
}
