import {plain, say} from "../../model/text.ts";
import type {Language} from "../../narrative/language.ts";
import {cases} from "./cases.ts";
import {caution} from "./caution.ts";
import {cohort} from "./cohort.ts";
import {currenciesHeadings, currenciesSentences} from "./currencies.ts";
import {deck} from "./deck.ts";
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
import {title} from "./title.ts";
import {unknown} from "./unknown.ts";
import {watch} from "./watch.ts";
import {smallNumbers, sourceLine} from "./words.ts";

/** Turkish, as a sober economics page writes it. */
export const turkish: Language = {
  locale: "tr",
  smallNumbers,
  simulated: "Simüle piyasa",
  authorship,
  pageOf: "{page}/{pages}",
  summaryHeading: "Kısaca",
  exhibits: {chart: "Grafik", table: "Tablo"},
  title,
  deck,
  byline: ({state, asOf, pen, generator}, minutes) =>
    state.priceIs === "snapshot"
      ? say`${pen.instant(state.price.asOf)} · aksi belirtilmedikçe fiyatlar bu ana aittir · okuma süresi ${pen.count(minutes)} dk · ${pen.name(generator)}`
      : say`${pen.instant(asOf)} · fiyatlar, adı geçen günlerin kapanışlarıdır · okuma süresi ${pen.count(minutes)} dk · ${pen.name(generator)}`,
  header: ({house, asset, asOf, pen}) =>
    `${house.name} · ${asset.name} · ${plain([pen.instant(asOf)])}`,
  keyData,
  keyDataSource: ({state, risk, asOf, pen}) =>
    sourceLine(
      [...new Set([...state.sources, ...(risk?.sources ?? [])])],
      say`${pen.instant(asOf)} itibarıyla.`,
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
