import {dateFormat} from "../../format/dates.ts";
import {customsOf} from "../../languages/customs.ts";
import {daysBetween} from "../../model/day.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import {idOf, type Judged, type Weighed} from "./judgement.ts";
import type {Said} from "./said.ts";

/** In days from the note: a fact that ends within them is to be looked at. */
const soon = 30;

/** Facts of the profile that are told, and may soon be told no longer. */
export function expiring(judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const {asOf, locale} = judged.evidence.note;
  return judged.facts.flatMap(({statement, expires}) => {
    const left = daysBetween(asOf.slice(0, 10), expires);
    const cited = statement.replace(/[.!?…]$/, "");
    const one = said.find(({text, written}) => text.includes(cited) || written?.includes(cited));
    if (left > soon || !one) return [];
    return [
      {
        id: idOf("expiring", expires, statement),
        kind: "expiring",
        title: words.expiring(dateFormat(customsOf(locale)).day(expires)),
        says: statement,
        figures: [],
        ...(one.statement !== undefined && {statement: one.statement}),
        from: one.from,
        to: one.to,
        weight: left <= soon / 4 ? 0.7 : 0.5,
      },
    ];
  });
}
