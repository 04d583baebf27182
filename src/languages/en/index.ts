import {plain, say} from "../../model/text.ts";
import type {Language} from "../../narrative/language.ts";
import {cases} from "./cases.ts";
import {caution} from "./caution.ts";
import {cohort} from "./cohort.ts";
import {currenciesHeadings, currenciesSentences} from "./currencies.ts";
import {dependenceHeadings, dependenceSentences} from "./dependence.ts";
import {dependenceExhibits} from "./dependenceExhibits.ts";
import {authorship, disclosures} from "./disclosures.ts";
import {economics} from "./economics.ts";
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
import {risk} from "./risk.ts";
import {ruler} from "./ruler.ts";
import {since} from "./since.ts";
import {summary} from "./summary.ts";
import {thesis} from "./thesis.ts";
import {deck, title} from "./title.ts";
import {unknown} from "./unknown.ts";
import {watch} from "./watch.ts";
import {smallNumbers, sourceLine} from "./words.ts";

/** English, as an international financial paper writes it. */
export const english: Language = {
  locale: "en",
  smallNumbers,
  simulated: "Simulated market",
  authorship,
  pageOf: "{page} of {pages}",
  summaryHeading: "In brief",
  exhibits: {chart: "Exhibit", table: "Exhibit"},
  title,
  deck,
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
  summary,
  wording: {
    headings: {
      ...currenciesHeadings,
      ...dependenceHeadings,
      ...fieldHeadings,
      ...liquidityHeadings,
      ...marketHeadings,
      ...peersHeadings,
      ...restHeadings,
    },
    sentences: {
      ...currenciesSentences,
      ...dependenceSentences,
      ...fieldSentences,
      ...liquiditySentences,
      ...marketSentences,
      ...peersSentences,
    },
    exhibits: {
      ...dependenceExhibits,
      ...marketExhibits,
      ...peersExhibits,
      ...quotesExhibits,
      ...restExhibits,
    },
  },
  sections: {
    ruler,
    cohort,
    since,
    risk,
    economics,
    thesis,
    cases,
    watch,
    unknown,
    caution,
    method,
    disclosures,
  },
  evidence,
};
