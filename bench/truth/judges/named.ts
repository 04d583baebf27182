import type {Facts} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {kept, type Leg, legOf, legsOf, zOf} from "../legs.ts";
import type {ReadNote} from "../note.ts";
import {agrees, type Printed, printed, split} from "../printed.ts";
import {median} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

const unknown = verdict("superlative", undefined);

/** With its sign, or by its size where the words tell the way. */
const sizeAgrees = (shown: Printed, real: number): boolean =>
  agrees(shown, shown.signed ? real : Math.abs(real));

/** A list of quotes, each with what is said of it: "Ether (−1.2%), and the euro (+0.3%)". */
function listed(words: string, legs: readonly Leg[], {language}: ReadNote) {
  const form =
    language === "en"
      ? /(?:^|, and |, | and )((?:the )?[^(),]+?(?: \(Bank of Russia\))?) \(([^()]*)\)/gu
      : /(?:^|, | ve )([^(),]+?) (?:karşı )?\(([^()]*)\)/gu;
  const byCode = (name: string) => legs.find(({code}) => code === name.replace(" ", "_"));
  return [...words.matchAll(form)].map(([, name, said]) => ({
    leg: byCode(name!.trim()) ?? legOf(name!.trim(), legs, language),
    name: name!.trim(),
    said: said!,
  }));
}

/** A caption that names the quotes in which the coin did best and worst. */
function extreme(found: Found, facts: Facts, {language}: ReadNote): Verdict[] {
  const legs = legsOf(facts);
  if (legs.length < 3) return [unknown];
  const fair = kept(legs).map(({change}) => change);
  const [best, worst] = [Math.max(...fair), Math.min(...fair)];
  const one = (name: string, holds: (leg: Leg) => boolean): Verdict[] => {
    if (!found.has(name)) return [];
    const leg = legOf(found.word(name), legs, language);
    return [
      leg
        ? verdict(
            "superlative",
            holds(leg),
            `${percent(leg.change)} of ${percent(worst)} to ${percent(best)}`,
          )
        : unknown,
    ];
  };
  return [
    ...one("best", ({change}) => change >= best - 1e-9),
    ...one("worst", ({change}) => change <= worst + 1e-9),
    ...(found.has("both")
      ? (
          [
            ["best", 1],
            ["worst", -1],
          ] as const
        ).flatMap(([name, way]) => {
          const leg = legOf(found.word(name), legs, language);
          return leg ? verdict("direction", way * leg.change > 0, percent(leg.change)) : [];
        })
      : []),
    ...(found.has("up") ? [verdict("direction", worst >= 0, percent(worst))] : []),
    ...(found.has("down") ? [verdict("direction", best <= 0, percent(best))] : []),
  ];
}

/** Against all quotes one way, but for those that are named. */
function allBut(found: Found, facts: Facts, note: ReadNote): Verdict[] {
  const legs = legsOf(facts);
  if (legs.length < 3) return [unknown];
  const way = rises(found.word("way"));
  const words = found.word("but");
  const named = /\(/.test(words)
    ? listed(words, legs, note)
    : [{leg: legOf(words, legs, note.language), name: words, said: ""}];
  if (named.some(({leg}) => leg === undefined)) return [unknown];
  const others = kept(legs).filter(leg => !named.some(one => one.leg === leg));
  return [
    verdict(
      "count",
      others.every(({change}) => way * change >= 0),
      `${others.filter(({change}) => way * change < 0).length} more went the other way`,
    ),
    ...named.flatMap(({leg, said}) => [
      verdict("direction", way * leg!.change <= 0, percent(leg!.change)),
      ...(said ? [verdict("figure", sizeAgrees(printed(said, note.language), leg!.change))] : []),
    ]),
  ];
}

/** Each name with its own move, in a row. */
function moves(words: string, facts: Facts, {language}: ReadNote): Verdict[] {
  const legs = legsOf(facts);
  let way: 1 | -1 = 1;
  return words.split(/, /).flatMap(part => {
    const figure = split(part, "pct", language)[0];
    if (!figure) return [];
    const verb = /rose|fell|yükseldi|geriledi/u.exec(part)?.[0];
    if (verb) way = rises(verb);
    const name = part
      .split(figure)[0]!
      .replace(/ (?:rose|fell)? *$/, "")
      .trim();
    const leg = legOf(name, legs, language);
    return leg
      ? verdict(
          "figure",
          agrees(directed(printed(figure, language), way), leg.own),
          `${name} ${percent(leg.own)}`,
        )
      : verdict("figure", undefined);
  });
}

export const named: Judge = {
  subject: "quotes by name",
  readings: [
    reading(
      [
        "(?<up>Up) most in (?<best>[^.,]+), least in (?<worst>[^.,]+)$",
        "(?<down>Down) most in (?<worst>[^.,]+), least in (?<best>[^.,]+)$",
        "(?<both>Up) most in (?<best>[^.,]+(?:\\.finance)?), down most in (?<worst>[^.,]+(?:\\.finance)?)$",
      ],
      [
        "(?:^|\\. )En çok (?<best>[^,]+?), en az (?<worst>[^,]+?) karşı (?<up>yükseldi)$",
        "(?:^|\\. )En çok (?<worst>[^,]+?), en az (?<best>[^,]+?) karşı (?<down>geriledi)$",
        "(?<both>Yükselişte) başta (?<best>[^,]+), düşüşte (?<worst>[^,]+)$",
      ],
      extreme,
    ),
    reading(
      [
        "{coin} (?<way>rose|fell) against every quote on record but (?<but>.+?\\))\\.",
        "^(?:Up|Down) in (?<but>[^,]+), (?<way>up|down) in everything else$",
      ],
      [
        "{coin} yalnızca (?<but>.+?\\)) (?:geriledi|yükseldi), kayıttaki öteki paritelerin hepsinde (?<way>yükseldi|geriledi)",
      ],
      allBut,
    ),
    reading(
      "(?<=^|\\. )(?<moves>(?:[^.]|\\.(?=\\S))*) against the dollar itself(?<rest>(?:[^.]|\\.(?=\\S))*)",
      "(?<=^|\\. )Dolara karşı (?<moves>(?:[^.;]|\\.(?=\\S))*)(?<rest>)",
      (found, facts, note) => moves(`${found.word("moves")}${found.word("rest")}`, facts, note),
    ),
    reading(
      [
        "In Bitcoin, which (?<itself>rose|fell) {own:pct} itself, it (?<way>gained|lost) {change:pct}",
        "Priced in Bitcoin the sign (?<turns>turns): it (?<way>gained|lost) {change:pct}, as Bitcoin (?<itself>rose|fell) {own:pct} itself",
      ],
      [
        "Kendisi {own:pct} (?<itself>yükselen|gerileyen) Bitcoin’e karşı {change:pct} (?<way>yükseldi|geriledi)",
        "Bitcoin’le fiyatlandığında işaret (?<turns>dönüyor): Bitcoin {own:pct} (?<itself>yükseldi|geriledi), ona karşı değişim {change:pct}",
      ],
      (found, facts) => {
        const leg = legsOf(facts).find(({names}) => names.en === "Bitcoin");
        if (!leg) return verdict("figure", undefined);
        const change = found.has("way")
          ? directed(found.figure("change"), rises(found.word("way")))
          : found.figure("change");
        const truth = `${percent(leg.change)} in Bitcoin, Bitcoin itself ${percent(leg.own)}`;
        return [
          verdict("figure", agrees(change, leg.change), truth),
          verdict(
            "figure",
            agrees(directed(found.figure("own"), rises(found.word("itself"))), leg.own),
            truth,
          ),
          ...(found.has("turns")
            ? [
                verdict(
                  "direction",
                  Math.sign(leg.change) === -Math.sign(facts.dayChange ?? 0),
                  truth,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "^(?<way>Up|Down) in dollars, (?:up|down) in coins$",
      "^Dolar karşısında (?<way>yukarı|aşağı), coinler karşısında (?:yukarı|aşağı)$",
      (found, facts) => {
        const inCoins = legsOf(facts).filter(({of}) => of === "coin");
        const own = facts.dayChange;
        if (own === undefined || inCoins.length < 3) return verdict("direction", undefined);
        const middle = median(inCoins.map(({change}) => change));
        const up = /Up|yukarı/.test(found.word("way"));
        return verdict(
          "direction",
          up ? own > 0 && middle < 0 : own < 0 && middle > 0,
          `${percent(own)} and ${percent(middle)}`,
        );
      },
    ),
    reading(
      "[Ll]eft out of the medians as (?:outliers|an outlier)(?: by the rule of the method)?: (?<each>.+?)(?:; with |\\. |\\.$)",
      "(?:parite medyana katılmadı|bulunup medyana katılmayan): (?<each>.+?)(?:; katılsa|\\. |\\.$)",
      (found, facts, note) => {
        const legs = legsOf(facts);
        return listed(found.word("each"), legs, note).flatMap(({leg, said}) => {
          if (!leg) return verdict("figure", undefined);
          const change = printed(split(said, "pct", note.language)[0]!, note.language);
          return [
            verdict("figure", agrees(change, leg.change), percent(leg.change)),
            // Which quotes are live, and so how far each lies out, is for the note to say: far it must lie.
            verdict("verdict", zOf(leg, legs) > 2.2, `z ${zOf(leg, legs).toFixed(2)}`),
          ];
        });
      },
    ),
    reading(
      "[Ww]ith (?:it|them) the median against (?<of>currencies|crypto) would be {all:pct} instead of {kept:pct}",
      "[Kk]atılsa(?:lar)?, (?<of>para birimlerine|coinlere) karşı medyan {kept:pct} yerine {all:pct} olurdu",
      (found, facts) => {
        const of = /crypto|coin/.test(found.word("of")) ? "coin" : "currency";
        const legs = legsOf(facts);
        const inClass = (some: readonly Leg[]) =>
          some.flatMap(one => (one.of === of ? one.change : []));
        const [all, fair] = [inClass(legs), inClass(kept(legs))];
        if (fair.length < 3) return verdict("figure", undefined);
        const near = (name: string, real: number) =>
          verdict("figure", Math.abs(found.figure(name).value - real) <= 0.0015, percent(real));
        return [near("all", median(all)), near("kept", median(fair))];
      },
    ),
  ],
};
