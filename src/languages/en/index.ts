import {plain, say} from "../../model/text.ts";
import type {Language} from "../../narrative/language.ts";
import {casesExhibits, casesHeadings, casesSentences} from "./cases.ts";
import {cohortHeadings, cohortSentences} from "./cohort.ts";
import {currenciesHeadings, currenciesSentences} from "./currencies.ts";
import {customs} from "./customs.ts";
import {deckSentences} from "./deck.ts";
import {dependenceHeadings, dependenceSentences} from "./dependence.ts";
import {dependenceExhibits} from "./dependenceExhibits.ts";
import {authorship, disclosures} from "./disclosures.ts";
import {economicsExhibits, economicsHeadings, economicsSentences} from "./economics.ts";
import {evidence} from "./evidence.ts";
import {fieldHeadings, fieldSentences} from "./field.ts";
import {keyData} from "./keyData.ts";
import {liquidityHeadings, liquiditySentences} from "./liquidity.ts";
import {marketHeadings, marketSentences} from "./market.ts";
import {marketExhibits} from "./marketExhibits.ts";
import {method} from "./method.ts";
import {peersHeadings, peersSentences} from "./peers.ts";
import {peersExhibits} from "./peersExhibit.ts";
import {quotesExhibits} from "./quotesExhibit.ts";
import {restExhibits, restHeadings} from "./rest.ts";
import {riskHeadings, riskSentences} from "./risk.ts";
import {rulerHeadings, rulerSentences} from "./ruler.ts";
import {sinceHeadings, sinceSentences} from "./since.ts";
import {summarySentences} from "./summary.ts";
import {thesisHeadings, thesisSentences} from "./thesis.ts";
import {titles} from "./title.ts";
import {unknownHeadings, unknownSentences} from "./unknown.ts";
import {watchHeadings, watchSentences} from "./watch.ts";
import {smallNumbers, sourceLine} from "./words.ts";

/** English, as an international financial paper writes it. */
export const english: Language = {
  locale: "en",
  customs,
  smallNumbers,
  simulated: "Simulated market",
  authorship,
  pageOf: "{page} of {pages}",
  summaryHeading: "In brief",
  exhibits: {chart: "Exhibit", table: "Exhibit"},
  head: {titles, deck: deckSentences, summary: summarySentences},
  inProse: text => text,
  byline: ({state, asOf, pen, generator}, minutes) =>
    state.priceIs === "snapshot"
      ? say`${pen.instant(state.price.asOf)} · prices at that time unless said otherwise · ${pen.count(minutes)} min · ${pen.name(generator)}`
      : say`${pen.instant(asOf)} · prices are closes of the days they name · ${pen.count(minutes)} min · ${pen.name(generator)}`,
  header: ({house, asset, asOf, pen}) =>
    `${house.name} · ${asset.name} · ${plain([pen.instant(asOf)])}`,
  keyData,
  keyDataSource: ({state, risk, asOf, pen}) =>
    sourceLine(
      [...new Set([...state.sources, ...(risk?.sources ?? [])])],
      say`As of ${pen.instant(asOf)}.`,
    ),
  wording: {
    headings: {
      ...casesHeadings,
      ...cohortHeadings,
      ...currenciesHeadings,
      ...dependenceHeadings,
      ...economicsHeadings,
      ...fieldHeadings,
      ...liquidityHeadings,
      ...marketHeadings,
      ...peersHeadings,
      ...restHeadings,
      ...riskHeadings,
      ...rulerHeadings,
      ...sinceHeadings,
      ...thesisHeadings,
      ...unknownHeadings,
      ...watchHeadings,
    },
    sentences: {
      ...casesSentences,
      ...cohortSentences,
      ...currenciesSentences,
      ...dependenceSentences,
      ...economicsSentences,
      ...fieldSentences,
      ...liquiditySentences,
      ...marketSentences,
      ...peersSentences,
      ...riskSentences,
      ...rulerSentences,
      ...sinceSentences,
      ...thesisSentences,
      ...unknownSentences,
      ...watchSentences,
    },
    exhibits: {
      ...casesExhibits,
      ...dependenceExhibits,
      ...economicsExhibits,
      ...marketExhibits,
      ...peersExhibits,
      ...quotesExhibits,
      ...restExhibits,
    },
  },
  sections: {
    method,
    disclosures,
  },
  evidence,
};
