import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {kept, legOf, legsOf} from "../legs.ts";
import {agrees, type Printed} from "../printed.ts";
import {median} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

const changesIn = (of: "coin" | "currency", facts: Facts): number[] =>
  legsOf(facts).flatMap(one => (one.of === of ? one.change : []));

const inCoins = (facts: Facts) => changesIn("coin", facts);
const inCurrencies = (facts: Facts) => changesIn("currency", facts);

const ownMove = (name: string, facts: Facts): number | undefined =>
  legOf(name, legsOf(facts), "en")?.own ?? legOf(name, legsOf(facts), "tr")?.own;

function counted(shown: number, of: number, real: readonly number[], way: 1 | -1): Verdict {
  const there = real.filter(one => way * one > 0).length;
  return verdict(
    "count",
    real.length !== of ? undefined : shown === there,
    `${there} of ${real.length}`,
  );
}

/** Whether a quote is live, or left out, is decided by rules of the note: either median is fair. */
function middle(shown: Printed, of: "coin" | "currency", facts: Facts): Verdict {
  const [all, some] = [legsOf(facts), kept(legsOf(facts))].map(legs =>
    legs.filter(one => one.of === of).map(({change}) => change),
  ) as [number[], number[]];
  if (all.length < 3) return verdict("figure", undefined);
  const fair = [median(all), median(some)];
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
      "(?:The median change is|moved by|Medians:) (?:{fiat:pct} against currencies)?(?:(?: and |, )?{crypto:pct} against crypto)?",
      "(?:Medyan değişim|Medyanlar:|Dolarla değişim .*?;) (?:para birimlerine karşı {fiat:pct})?(?:[,;]? ?coinlere karşı {crypto:pct})?",
      (found, facts) => [
        ...(found.has("fiat") ? [middle(found.figure("fiat"), "currency", facts)] : []),
        ...(found.has("crypto") ? [middle(found.figure("crypto"), "coin", facts)] : []),
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
      (found, facts, note) => {
        const own = facts.dayChange;
        const shown = found.figures("moves", "pct").map(({value}) => Math.abs(value));
        if (own === undefined || shown.length === 0) return verdict("comparison", undefined);
        const said = /more about|değil/.test(found.word("doing"));
        const named = legsOf(facts).flatMap(({names, own: real}) => {
          const name = names[note.language];
          const at = new RegExp(
            `(?:^|[ ,])${RegExp.escape(name)} (?:rose |fell )?(%?[\\d.,]*\\d%?)`,
            "u",
          ).exec(found.word("moves"));
          if (!at) return [];
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
        const own = facts.dayChange;
        const shown = directed(found.figure("own"), rises(found.word("way")));
        const other = directed(found.figure("other"), rises(found.word("otherWay")));
        return [
          verdict("direction", Math.sign(shown.value) === -Math.sign(other.value)),
          verdict("figure", own === undefined ? undefined : agrees(shown, own), own ?? ""),
          middle(other, "coin", facts),
        ];
      },
    ),
    reading(
      "Too few to be tested for outliers, which takes eight of a class: .*?{metals:count} metal quotes?",
      "sayısı yetmeyen: .*?{metals:count} metal paritesi",
      (found, facts) => {
        const real = legsOf(facts).filter(({of}) => of === "metal").length;
        return verdict("count", real === 0 ? undefined : found.count("metals") === real, real);
      },
    ),
  ],
};
