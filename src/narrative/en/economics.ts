import type {Section} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** What the protocol does, as its editor and its source describe it. */
export function economics({description: found, asset, pen}: Facts): Section | undefined {
  if (!found) return undefined;
  return {
    heading: say`What ${pen.name(asset.name)} is, in its source’s words`,
    blocks: [
      {
        kind: "quote",
        text: found.text,
        source: say`${pen.name(found.source)}, recorded ${pen.instant(found.asOf)}. Quoted, not checked by us: descriptions age, and this one carries no date of its own.`,
      },
    ],
  };
}
