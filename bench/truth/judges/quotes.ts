import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {agrees, type Printed} from "../printed.ts";
import {median} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

/** The coins that notes quote others in: the folder's symbols and their names in a note. */
const coins = new Map([
  ["Bitcoin", "BTC"],
  ["Ether", "ETH"],
  ["Stellar", "XLM"],
  ["Chainlink", "LINK"],
  ["Polkadot", "DOT"],
  ["yearn.finance", "YFI"],
  ["BNB", "BNB"],
  ["EOS", "EOS"],
  ["Bitcoin Cash", "BCH"],
]);
const metals = new Map([
  ["gold", "gold_usd_oz"],
  ["silver", "silver_usd_oz"],
  ["altın", "gold_usd_oz"],
  ["gümüş", "silver_usd_oz"],
]);

/** A quote's own move against the dollar in the day of the note, from closes; the answer's table is not read. */
function ownMove(name: string, facts: Facts): number | undefined {
  if (facts.answered) return name === "Bitcoin" ? bitcoinMove(facts) : undefined;
  const symbol = coins.get(name);
  if (symbol) {
    const one = facts.market.bySymbol.get(symbol)?.return(facts.last);
    return one === undefined ? undefined : Math.expm1(one);
  }
  const metal = metals.get(name);
  const {perDollar} = facts.market;
  const [now, then] = [
    perDollar.get(facts.last)?.get(metal ?? ""),
    perDollar.get(facts.last - 1)?.get(metal ?? ""),
  ];
  return now === undefined || then === undefined ? undefined : then / now - 1;
}

function bitcoinMove(facts: Facts): number | undefined {
  const {trending, quotes} = facts.market.answers;
  return trending.get("bitcoin")?.change24h ?? quotes.get("bitcoin")?.change24h;
}

/** The coin's changes in the other coins it is quoted in. */
function inCoins(facts: Facts): number[] {
  const own = facts.dayChange;
  if (own === undefined || facts.answered) return [];
  return [...coins].flatMap(([name, symbol]) => {
    const move = symbol === facts.symbol ? undefined : ownMove(name, facts);
    return move === undefined ? [] : (1 + own) / (1 + move) - 1;
  });
}

/** In currencies that moved that day; on two days without a rate between them there are none. */
function inCurrencies(facts: Facts): number[] {
  const own = facts.dayChange;
  const [now, then] = [
    facts.market.perDollar.get(facts.last),
    facts.market.perDollar.get(facts.last - 1),
  ];
  if (own === undefined || facts.answered || !now || !then) return [];
  return [...now].flatMap(([code, rate]) => {
    const before = then.get(code);
    return before === undefined || before === rate ? [] : ((1 + own) * rate) / before - 1;
  });
}

function counted(shown: number, of: number, real: readonly number[], way: 1 | -1): Verdict {
  const there = real.filter(one => way * one > 0).length;
  return verdict(
    "count",
    real.length !== of ? undefined : shown === there,
    `${there} of ${real.length}`,
  );
}

/** Without those that lie beyond a modified z-score of 3.5, where there are eight or more. */
function kept(all: readonly number[]): readonly number[] {
  const centre = median(all);
  const spread = median(all.map(one => Math.abs(one - centre)));
  return all.length < 8 || spread === 0
    ? all
    : all.filter(one => (0.6745 * Math.abs(one - centre)) / spread <= 3.5);
}

/** Whether a quote is live, or left out, is decided by rules of the note: either median is fair. */
function middle(shown: Printed, real: readonly number[]): Verdict {
  if (real.length < 3) return verdict("figure", undefined);
  const fair = [median(real), median(kept(real))];
  return verdict(
    "figure",
    fair.some(one => Math.abs(shown.value - one) <= 0.0015 + shown.step / 2),
    fair.map(percent).join(" or "),
  );
}

export const quotes: Judge = {
  subject: "in other currencies",
  readings: [
    reading(
      [
        "{coin} (?<way>rose|fell) against every one of the {size:count} quotes on record",
        "^(?<way>Up|Down) in every currency$",
      ],
      [
        "{coin}, kayıttaki {size:count} paritenin hepsinde (?<way>yükseldi|geriledi)",
        "^Bütün paritelerde (?<way>yükseliş|düşüş)$",
      ],
      (found, facts) => {
        const real = [...inCoins(facts), ...inCurrencies(facts)];
        const way = rises(found.word("way"));
        if (real.length === 0) return verdict("count", undefined);
        return verdict(
          "count",
          real.every(one => way * one > 0),
          `${real.filter(one => way * one <= 0).length} the other way`,
        );
      },
    ),
    reading(
      "(?<way>rose|fell) against (?:all \\d+ live currency quotes, )?(?:{some:count} of the|(?<all>all)) {size:count} live crypto quotes",
      "güncel {size:count} coin paritesinin (?:{some:count}|(?<all>hepsinde))(?:[^.;]*) (?<way>yükseldi|geriledi)",
      (found, facts) => {
        const of = found.count("size");
        return counted(
          found.has("all") ? of : found.count("some"),
          of,
          inCoins(facts),
          rises(found.word("way")),
        );
      },
    ),
    reading(
      "(?:The median change is|moved by) (?:{fiat:pct} against currencies(?: and )?)?(?:{crypto:pct} against crypto)?",
      "(?:Medyan değişim|Dolarla değişim .*?;) (?:para birimlerine karşı {fiat:pct}(?:, )?)?(?:coinlere karşı {crypto:pct})?",
      (found, facts) => [
        ...(found.has("fiat") ? [middle(found.figure("fiat"), inCurrencies(facts))] : []),
        ...(found.has("crypto") ? [middle(found.figure("crypto"), inCoins(facts))] : []),
      ],
    ),
    reading(
      [
        "Priced in Bitcoin (?:the change is|the sign turns:|it comes to nearly the same,) {change:pct}, where in dollars it is {own:pct}, because Bitcoin itself (?<way>rose|fell) {move:pct}",
        "Priced in Bitcoin (?<same>it comes to nearly the same), {change:pct}: Bitcoin itself (?<way>rose|fell) {move:pct}",
      ],
      [
        "Bitcoin’le fiyatlandığında değişim {change:pct}, dolarla {own:pct}; aradaki fark Bitcoin’in kendi hareketi: Bitcoin dolar karşısında {move:pct} (?<way>geriledi|yükseldi)",
        "Bitcoin’le fiyatlandığında işaret dönüyor: dolarla {own:pct} olan değişim {change:pct} oluyor, çünkü Bitcoin dolar karşısında {move:pct} (?<way>geriledi|yükseldi)",
      ],
      (found, facts, note) => {
        const [own, move] = [facts.dayChange, ownMove("Bitcoin", facts)];
        // A coin of the trending answer has a table of its own there.
        if (facts.market.answers.trending.has(note.coin) && facts.answered)
          return verdict("figure", undefined);
        if (own === undefined || move === undefined) return verdict("figure", undefined);
        const change = (1 + own) / (1 + move) - 1;
        const truth = `${percent(change)}, in dollars ${percent(own)}, Bitcoin ${percent(move)}`;
        return [
          verdict(
            "figure",
            Math.abs(found.figure("change").value - change) <= 1.1 * found.figure("change").step,
            truth,
          ),
          verdict(
            "figure",
            agrees(directed(found.figure("move"), rises(found.word("way"))), move),
            truth,
          ),
          ...(/turns|dönüyor/.test(found.text)
            ? [
                verdict(
                  "direction",
                  Math.sign(found.figure("change").value) === -Math.sign(found.figure("own").value),
                  truth,
                ),
              ]
            : []),
          ...(found.has("same")
            ? [
                verdict(
                  "nearness",
                  Math.abs(change - own) <= Math.max(0.25 * Math.abs(own), 0.002),
                  truth,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "(?<doing>By how much says more about the quotes than about {coin}|The spread is the quotes’ doing)[.:] [Aa]gainst the dollar, (?<moves>.+?)(?:, and any coin’s|; that stretches)",
      "(?<doing>Pariteler arasındaki fark {coin} değil, karşı birimleri anlatıyor|Tablonun bu kadar açılması karşı birimlerden geliyor)\\. Dolar karşısında (?<moves>[^.;]*)",
      (found, facts) => {
        const own = facts.dayChange;
        const shown = found.figures("moves", "pct").map(({value}) => Math.abs(value));
        if (own === undefined || shown.length === 0) return verdict("comparison", undefined);
        const said = /more about|değil/.test(found.word("doing"));
        const named = [...coins.keys(), ...metals.keys()].flatMap(name => {
          const at = new RegExp(
            `(?:^|[ ,])${RegExp.escape(name)} (?:rose |fell )?(%?[\\d.,]*\\d%?)`,
            "u",
          ).exec(found.word("moves"));
          const real = ownMove(name, facts);
          if (!at || real === undefined) return [];
          const value = Number(at[1]!.replace("%", "").replace(",", ".")) / 100;
          return verdict(
            "figure",
            Math.abs(value - Math.abs(real)) <= 0.0006,
            `${name} ${percent(real)}`,
          );
        });
        return [
          ...named,
          ...(said
            ? [
                verdict(
                  "comparison",
                  Math.abs(own) <= Math.max(...shown),
                  `${percent(own)}, the quotes up to ${percent(Math.max(...shown))}`,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "In dollars {coin} (?<way>rose|fell) {own:pct}; against the coins it is quoted in it (?<otherWay>rose|fell) {other:pct} \\(median\\)",
      "{coin} dolara karşı {own:pct} (?<way>yükseldi|geriledi), karşı birim olan coinlere karşı {other:pct} (?<otherWay>yükseldi|geriledi) \\(medyan\\)",
      (found, facts) => {
        const [own, real] = [facts.dayChange, inCoins(facts)];
        const shown = directed(found.figure("own"), rises(found.word("way")));
        const other = directed(found.figure("other"), rises(found.word("otherWay")));
        return [
          verdict("direction", Math.sign(shown.value) === -Math.sign(other.value)),
          verdict("figure", own === undefined ? undefined : agrees(shown, own), own ?? ""),
          middle(other, real),
        ];
      },
    ),
  ],
};
