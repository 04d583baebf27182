import type {Authorship, Section} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import {address} from "../../narrative/address.ts";
import {type Facts, isWithoutBooks} from "../../narrative/facts.ts";

export const authorship: Authorship = {
  unchanged: "no person has changed it",
  changed: "a person has changed it since, and the check finds no fault in it",
  faulty: "a person has changed it since, and the check finds faults in it ({count})",
  same: "the same program makes the same note, byte for byte",
  former: "the same program makes the note as it was before, byte for byte",
  unread: "no person has changed it, and none has read it before it was published",
};

/** Who made this, from what, and what it is not. */
export function disclosures({
  generator,
  snapshot,
  simulated,
  asOf,
  house,
  pen,
  abstentions,
}: Facts): Section {
  return {
    heading: say`Disclosures`,
    blocks: [
      ...(simulated
        ? [
            {
              kind: "paragraph" as const,
              text: say`The market in this note is simulated. Its coins do not exist, and nothing in it is about any that do.`,
            },
          ]
        : []),
      {
        kind: "paragraph",
        text: say`Generated automatically by ${pen.name(generator)} from recorded data as they stood on ${pen.instant(asOf)}; ${authorship.unchanged}. Figures are as their sources gave them, checked for agreement with each other and not against the market itself; simulations are called simulations. No record here says why a price moved or who traded${isWithoutBooks(abstentions) ? ", nor how the order books looked" : ""}. It is no advice and no recommendation to buy, sell or hold anything, and takes no account of anyone’s circumstances. ${house.disclosures.en?.length ? "" : "Whoever publishes it has to state their own holdings and conflicts: none are declared here, which is not the same as none."}`,
      },
      ...(house.disclosures.en ?? []).map(words => ({
        kind: "paragraph" as const,
        text: [{quoted: words}],
      })),
      {
        kind: "paragraph",
        text: say`The evidence for each figure travels with this note in evidence.json, and the recorded answers behind it in the snapshot with the digest ${pen.name(snapshot.sha256)}. From that snapshot ${authorship.same}.`,
      },
      ...(house.feedback
        ? [
            {
              kind: "paragraph" as const,
              text: say`Corrections and questions: ${address(house.feedback)}.`,
            },
          ]
        : []),
    ],
  };
}
