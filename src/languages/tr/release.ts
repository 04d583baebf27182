import {dateFormat} from "../../format/dates.ts";
import type {ReleaseWords} from "../../model/releaseWords.ts";
import {customs} from "./customs.ts";

const {day} = dateFormat(customs);

export const release: ReleaseWords = {
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
  keyData: ["Gösterge", "Değer"],
};
