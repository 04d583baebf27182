import {dateFormat} from "../format/dates.ts";
import {customsOf} from "../languages/customs.ts";
import type {Correction} from "../model/publication.ts";

/** What is said with a note at a target, in the note's language. All of it is plain text. */
export interface Words {
  readonly corrected: (at: string) => string;
  readonly wrongAndRight: (correction: Pick<Correction, "wrong" | "right">) => string;
  readonly retracted: (at: string) => string;
  readonly pdf: string;
  readonly evidence: string;
  readonly earlier: (version: number) => string;
  /** Before the address where it stands first. */
  readonly first: string;
  /** Before a title. */
  readonly correctedTitle: (title: string) => string;
  readonly retractedTitle: (title: string) => string;
  readonly unsubscribe: string;
  /** Stands in a text for a chart that cannot stand there. */
  readonly chart: (alt: string) => string;
}

/**
 * @example wordsFor("en").wrongAndRight({wrong: "4 %", right: "5 %"}) // "was “4 %”, is “5 %”."
 * @example wordsFor("tr").retracted("2026-03-20T01:53:00Z") // "Bu not geri çekildi: 20 Mart 2026."
 */
export function wordsFor(locale: string): Words {
  const {day} = dateFormat(customsOf(locale));
  if (locale.startsWith("tr"))
    return {
      corrected: at => `Düzeltme, ${day(at)}:`,
      wrongAndRight: ({wrong, right}) => `“${wrong}” yanlıştı, doğrusu “${right}”.`,
      retracted: at => `Bu not geri çekildi: ${day(at)}.`,
      pdf: "Bu not, PDF olarak",
      evidence: "Her rakamın dayanağı (JSON)",
      earlier: version => `Sürüm ${version}, düzeltilmeden önce (PDF)`,
      first: "İlk yayımlandığı yer:",
      correctedTitle: title => `Düzeltme: ${title}`,
      retractedTitle: title => `Geri çekildi: ${title}`,
      unsubscribe: "Listeden çıkmak için:",
      chart: alt => `[Grafik: ${alt}]`,
    };
  return {
    corrected: at => `Corrected on ${day(at)}:`,
    wrongAndRight: ({wrong, right}) => `was “${wrong}”, is “${right}”.`,
    retracted: at => `This note was retracted on ${day(at)}.`,
    pdf: "This note as PDF",
    evidence: "The evidence for each figure (JSON)",
    earlier: version => `Version ${version}, before it was corrected (PDF)`,
    first: "First published at",
    correctedTitle: title => `Corrected: ${title}`,
    retractedTitle: title => `Retracted: ${title}`,
    unsubscribe: "To leave this list:",
    chart: alt => `[Chart: ${alt}]`,
  };
}
