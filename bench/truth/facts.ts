import {type Answers, type Closes, type Market, msPerDay, pairs, type Quote} from "./market.ts";
import type {ReadNote} from "./note.ts";
import {dayNumber} from "./printed.ts";
import {
  adjusted,
  changeP,
  deviation,
  type Ingredients,
  ingredients,
  type Pairs,
  pearson,
  shapley,
  spearman,
} from "./statistics.ts";

/** Days of the baseline before a window, and the windows that a note tests. */
export const baselineDays = 270;
export const windows = [30, 60, 90] as const;

/** A window beside what lay before it. */
export interface Tie {
  readonly rho: number;
  readonly before: number;
  readonly r: number;
  readonly rBefore: number;
  readonly now: Ingredients;
  readonly prior: Ingredients;
  readonly parts: Ingredients;
  readonly p: number;
  readonly days: number;
  /** Daily returns before the window, and the days from the first of them. */
  readonly baseline: number;
  readonly baselineSpan: number;
}

/** The trending answer is read first where a coin is in it. */
const priceIn = ({trending, quotes}: Answers, id: string) =>
  trending.get(id)?.price ?? quotes.get(id)?.price;

/** Days whose closes the note says it has left out: what rests on them is for a person to judge. */
function faultsTold({blocks, language}: ReadNote): {day: number; more: boolean}[] {
  const form = {
    en: /The price (?:of|(?:on|of) (several days),? (?:the first of them|from)) (\d{1,2} \p{L}+ \d{4})(?::| on,|,) (?:the feed is at fault|left out as)/u,
    tr: /(?:([İi]lki) )?(\d{1,2} \p{L}+ \d{4})[^.]* veri akışı(?: hatalı|nın hatası)/u,
  }[language];
  return blocks.flatMap(({text}) => {
    const told = form.exec(text);
    return told ? {day: dayNumber(told[2]!, language, 0), more: told[1] !== undefined} : [];
  });
}

/** What was known of a coin and its benchmark at the note's instant, recomputed from the raw data. */
export class Facts {
  readonly id: string;
  readonly market: Market;
  readonly coin: Closes;
  readonly benchmark: Closes;
  /** The last day that had ended and has a close. */
  readonly last: number;
  readonly quote: Quote | undefined;
  /** Whether the price is of a recorded answer and not a close. */
  readonly answered: boolean;
  readonly price: number;
  /** The instant of that price. */
  readonly at: number;
  readonly #ties = new Map<number, Tie | undefined>();

  constructor(note: ReadNote, market: Market) {
    const ended = Math.floor(note.asOf / msPerDay) - 1;
    const id = note.coin === "bitcoin" ? "ethereum" : "bitcoin";
    this.id = note.coin;
    this.market = market;
    this.coin = market.closesOf(note.coin)!.until(ended).without(faultsTold(note));
    this.benchmark = market.closesOf(id)!.until(ended);
    this.last = this.coin.last;
    const answered = note.asOf >= market.answers.at && note.asOf - market.answers.at < msPerDay / 4;
    this.quote = answered ? market.answers.quotes.get(note.coin) : undefined;
    this.answered =
      answered && (market.answers.trending.has(note.coin) || this.quote !== undefined);
    this.price = (this.answered && priceIn(market.answers, note.coin)) || this.coin.at(this.last)!;
    this.at = this.answered ? market.answers.at : (this.last + 1) * msPerDay;
  }

  /** Its change over the day before the price: as answered, or between its last two closes. */
  get dayChange(): number | undefined {
    if (!this.answered) return this.since(this.last - 1);
    return this.market.answers.trending.get(this.id)?.change24h ?? this.quote?.change24h;
  }

  get symbol(): string {
    return this.market.assets.find(({id}) => id === this.id)?.symbol ?? "";
  }

  /** Whether the dollar is its ruler: a note measures such a coin by other closes than these. */
  get pegged(): boolean {
    return (
      this.market.assets.find(({id}) => id === this.id)?.kind.startsWith("stablecoin") ?? false
    );
  }

  /** The benchmark's price at the same instant. */
  get benchmarkPrice(): number | undefined {
    return this.answered ? priceIn(this.market.answers, "bitcoin") : this.benchmark.at(this.last);
  }

  /** The day whose close, taken at its end, is nearest so many days before the price. */
  dayBefore(days: number): number {
    return Math.round(this.at / msPerDay - days) - 1;
  }

  /** The change of the price since the close of a day. */
  since(day: number): number | undefined {
    const close = this.coin.at(day);
    return close === undefined || this.pegged || this.coin.doubtful(day, this.last)
      ? undefined
      : this.price / close - 1;
  }

  benchmarkSince(day: number): number | undefined {
    const close = this.benchmark.at(day);
    return close === undefined || this.benchmarkPrice === undefined
      ? undefined
      : this.benchmarkPrice / close - 1;
  }

  /** Annualised volatility over so many days to the last, or to a day before it. */
  volatility(days: number, to = this.last, of: Closes = this.coin): number | undefined {
    const returns = of.returns(to - days + 1, to);
    if (returns.length < 2 || of.doubtful(to - days, to)) return undefined;
    return deviation(returns) * Math.sqrt(365);
  }

  /** How many daily returns there are in so many days. */
  returnsIn(days: number): number {
    return this.coin.returns(this.last - days + 1, this.last).length;
  }

  pairsIn(from: number, to: number): Pairs {
    return pairs(this.benchmark, this.coin, from, to);
  }

  tie(window: number): Tie | undefined {
    if (!this.#ties.has(window)) this.#ties.set(window, this.#tieOf(window));
    return this.#ties.get(window);
  }

  #tieOf(window: number): Tie | undefined {
    const to = Math.min(this.last, this.benchmark.last);
    const from = to - window + 1;
    if (this.coin.doubtful(from - baselineDays, to)) return undefined;
    const now = this.pairsIn(from, to);
    const before = this.pairsIn(from - baselineDays, from - 1);
    if (now.x.length < 20 || before.x.length < 60) return undefined;
    const [a, b] = [ingredients(before), ingredients(now)];
    return {
      rho: spearman(now.x, now.y),
      before: spearman(before.x, before.y),
      r: pearson(now.x, now.y),
      rBefore: pearson(before.x, before.y),
      now: b,
      prior: a,
      parts: shapley(a, b),
      p: changeP(now, before),
      days: now.x.length,
      baseline: before.x.length,
      baselineSpan: Math.min(
        baselineDays,
        from - 1 - Math.max(this.coin.first, this.benchmark.first),
      ),
    };
  }

  /** The p-value of a window's change, adjusted over the windows that can be tested. */
  adjustedP(window: number): number | undefined {
    const tested = windows.filter(one => this.tie(one) !== undefined);
    return adjusted(tested.map(one => this.tie(one)!.p))[
      tested.indexOf(window as (typeof windows)[number])
    ];
  }

  /** Closes of the year before the price. */
  year(): {day: number; close: number}[] {
    return this.coin.between(this.last - 365, this.last);
  }
}
