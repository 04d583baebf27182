import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {evidenceRows} from "../../narrative/evidenceRows.ts";
import type {Facts} from "../../narrative/facts.ts";

/** The figures of the text above, each with how it came about; all others are in evidence.json. */
export function evidence(texts: readonly Text[], facts: Facts): Section {
  return {
    heading: say`Kanıt`,
    blocks: [
      {
        kind: "paragraph",
        text: say`Yukarıdaki her rakam, çıktığı formül ya da kayıtlı yanıtla birlikte. Kimlikler ve formüller kanıt dosyasındaki gibi İngilizcedir; eksiksiz ve makinece okunur hâli evidence.json dosyasında.`,
      },
      {
        kind: "table",
        table: {
          columns: [
            {heading: say`Rakam`, align: "left"},
            {heading: say`Metindeki hâli`, align: "right"},
            {heading: say`Kaynağı`, align: "left"},
          ],
          rows: evidenceRows(texts, facts, "; "),
        },
      },
    ],
  };
}
