import type {Facts} from "./facts.ts";
import type {Language} from "./printed.ts";
import {median} from "./statistics.ts";

/** A quote of the day of a note: its own move against the dollar, and the coin's change priced in it. */
export interface Leg {
  readonly names: Readonly<Record<Language, string>>;
  /** As a source calls it, such as RUB_CBR. */
  readonly code: string;
  readonly of: "coin" | "currency" | "metal";
  readonly own: number;
  readonly change: number;
}

/** The coins that notes quote others in: the folder's symbols and their names in a note. */
const coins = {
  Bitcoin: "BTC",
  Ether: "ETH",
  BNB: "BNB",
  XRP: "XRP",
  Solana: "SOL",
  Litecoin: "LTC",
  "Bitcoin Cash": "BCH",
  Chainlink: "LINK",
  Polkadot: "DOT",
  Stellar: "XLM",
  "yearn.finance": "YFI",
  EOS: "EOS",
};

const metals = {
  gold_usd_oz: {en: "gold", tr: "altın"},
  silver_usd_oz: {en: "silver", tr: "gümüş"},
};

const rouble = {
  RUB: {en: "the Russian rouble", tr: "Rus rublesi"},
  RUB_CBR: {en: "the Russian rouble (Bank of Russia)", tr: "Rusya Merkez Bankası rublesi"},
};

function currencyNames(code: string): Leg["names"] {
  if (code === "RUB" || code === "RUB_CBR") return rouble[code];
  const name = (language: Language) =>
    new Intl.DisplayNames(language, {type: "currency", fallback: "code"}).of(code.slice(0, 3))!;
  return {en: `the ${name("en")}`, tr: name("tr")};
}

/** The quote of a name in a note, in whichever case Turkish has it; the longest that fits. */
export function legOf(name: string, legs: readonly Leg[], language: Language): Leg | undefined {
  const said = name.toLocaleLowerCase(language);
  // A Turkish case may soften the last letter of a name: çeliği for çelik.
  const fits = ({names}: Leg) => {
    const known = names[language].toLocaleLowerCase(language);
    return language === "en" ? said === known : said.startsWith(known.slice(0, -1));
  };
  return legs
    .filter(fits)
    .toSorted((a, b) => b.names[language].length - a.names[language].length)[0];
}

const answeredMetals: Readonly<Record<string, Leg["names"]>> = {
  xau: metals.gold_usd_oz,
  xag: metals.silver_usd_oz,
};

/** Parts of a coin that is a quote itself. */
const parts = new Set(["bits", "sats"]);

/** As the answer has them: the coin's own row, or its change in dollars over the moves that Bitcoin's row tells. */
function answeredLegs({market: {answers}, dayChange: own}: Facts, id: string): Leg[] {
  const reference = answers.trending.get("bitcoin") ?? [...answers.trending.values()][0];
  const mine = answers.trending.get(id)?.byQuote;
  if (!reference || own === undefined) return [];
  return [...reference.byQuote].flatMap(([quote, change]) => {
    const move = (1 + reference.change24h) / (1 + change) - 1;
    // What is pegged to the dollar, or has not moved, is no quote beside it.
    if (quote === "usd" || parts.has(quote) || Math.abs(move) < 1e-6) return [];
    const coin = Object.entries(coins).find(([, symbol]) => symbol.toLowerCase() === quote)?.[0];
    const metal = answeredMetals[quote];
    return {
      code: quote.toUpperCase(),
      names: coin ? {en: coin, tr: coin} : (metal ?? currencyNames(quote.toUpperCase())),
      of: coin ? ("coin" as const) : metal ? ("metal" as const) : ("currency" as const),
      own: move,
      change: mine?.get(quote) ?? (1 + own) / (1 + move) - 1,
    };
  });
}

/** Between the closes, fixings and futures of the note's day and the one before, or as answered. */
export function legsOf(facts: Facts): Leg[] {
  const {dayChange: own, last, market, symbol, answered} = facts;
  if (own === undefined) return [];
  const leg = (
    code: string,
    names: Leg["names"],
    of: Leg["of"],
    move: number | undefined,
  ): Leg[] =>
    move === undefined ? [] : [{code, names, of, own: move, change: (1 + own) / (1 + move) - 1}];
  if (answered)
    return answeredLegs(facts, facts.id).filter(
      ({names}) => coins[names.en as keyof typeof coins] !== symbol,
    );
  const inCoins = Object.entries(coins)
    .filter(([, known]) => known !== symbol)
    .flatMap(([name, known]) => {
      const log = market.bySymbol.get(known)?.return(last);
      return leg(
        known,
        {en: name, tr: name},
        "coin",
        log === undefined ? undefined : Math.expm1(log),
      );
    });
  const [now, then] = [market.perDollar.get(last), market.perDollar.get(last - 1)];
  if (!now || !then) return inCoins;
  const others = [...now].flatMap(([code, rate]) => {
    const before = then.get(code);
    // A rate that has not moved is one of a day before.
    const move = before === undefined || before === rate ? undefined : before / rate - 1;
    return code in metals
      ? leg(
          code.startsWith("gold") ? "XAU" : "XAG",
          metals[code as keyof typeof metals],
          "metal",
          move,
        )
      : leg(code, currencyNames(code), "currency", move);
  });
  return [...inCoins, ...others];
}

/** Modified z-scores beyond this are outliers of their class, where it has eight or more. */
const outlier = 3.5;

export function zOf(leg: Leg, legs: readonly Leg[]): number {
  const all = legs.filter(({of}) => of === leg.of).map(({change}) => change);
  const centre = median(all);
  const spread = median(all.map(one => Math.abs(one - centre)));
  return spread === 0 ? 0 : (0.6745 * Math.abs(leg.change - centre)) / spread;
}

/** Those that no class leaves out. */
export const kept = (legs: readonly Leg[]): Leg[] =>
  legs.filter(one => legs.filter(({of}) => of === one.of).length < 8 || zOf(one, legs) <= outlier);
