import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {evidenceRows} from "../../narrative/evidenceRows.ts";
import type {Facts} from "../../narrative/facts.ts";

/** The figures of the text above, each with how it came about; all others are in evidence.json. */
export function evidence(texts: readonly Text[], facts: Facts): Section {
  return {
    heading: say`Evidence`,
    blocks: [
      {
        kind: "paragraph",
        text: say`Each figure above with the formula or the recorded answer it comes from. The same, complete and for machines, is in evidence.json.`,
      },
      {
        kind: "table",
        table: {
          columns: [
            {heading: say`Figure`, align: "left"},
            {heading: say`As printed`, align: "right"},
            {heading: say`From`, align: "left"},
          ],
          rows: evidenceRows(texts, facts, ", "),
        },
      },
    ],
  };
}
