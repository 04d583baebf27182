import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {pairs} from "../market.ts";
import type {Block, ReadNote} from "../note.ts";
import {agrees, type Printed, printed} from "../printed.ts";
import {median, spearman} from "../statistics.ts";
import {directed, percent, rises} from "../words.ts";

/** How far from the median of the others is still like it: in a day, and in more. */
const alike = {day: 0.01, days: 0.02};

type Measure = (id: string) => number | undefined;

const membersOf = (facts: Facts, {coin}: ReadNote) =>
  facts.market.sectors.find(({members}) => members.includes(coin))?.members ?? [];

/** What a coin has done between two days' closes. */
const between =
  (facts: Facts, from: number, to: number): Measure =>
  id => {
    const closes = facts.market.closesOf(id);
    const [a, b] = [closes?.at(from), closes?.at(to)];
    return a === undefined || b === undefined || closes!.doubtful(from + 1, to - 1)
      ? undefined
      : b / a - 1;
  };

/** In the last day: as answered, by either answer, or between the last two closes. */
function inDay(facts: Facts): readonly Measure[] {
  const {trending, quotes} = facts.market.answers;
  const byMarkets: Measure = id => quotes.get(id)?.change24h;
  return facts.answered
    ? [id => trending.get(id)?.change24h ?? byMarkets(id), byMarkets]
    : [between(facts, facts.last - 1, facts.last)];
}

/** Over 60 days, where nearly all are there: to the coin's last close, or to the last that both have. */
function tieToBitcoin(facts: Facts): readonly Measure[] {
  const bitcoin = facts.market.closesOf("bitcoin")!;
  return [facts.last, Math.min(facts.last, facts.benchmark.last)].map(to => id => {
    const closes = facts.market.closesOf(id);
    if (!closes || id === "bitcoin") return undefined;
    const {x, y} = pairs(bitcoin, closes, to - 59, to);
    return x.length < 54 ? undefined : spearman(x, y);
  });
}

const cap =
  (facts: Facts): Measure =>
  id =>
    facts.market.answers.quotes.get(id)?.marketCap;

/** Volume of a day over market cap: as answered, or as recorded for the last day. */
const turnover =
  (facts: Facts): Measure =>
  id => {
    const {answers, assets, activity} = facts.market;
    const quote = answers.quotes.get(id);
    if (facts.answered) return quote && quote.volume / quote.marketCap;
    const day = activity.get(assets.find(one => one.id === id)?.symbol ?? "")?.get(facts.last);
    return day && day.cap > 0 ? day.volume / day.cap : undefined;
  };

interface Standing {
  readonly own: number | undefined;
  readonly others: readonly number[];
  readonly place: number;
}

function standing(measure: Measure, facts: Facts, note: ReadNote): Standing {
  const own = measure(note.coin);
  const others = membersOf(facts, note)
    .filter(id => id !== note.coin)
    .flatMap(id => measure(id) ?? []);
  return {own, others, place: 1 + others.filter(one => one > (own ?? 0)).length};
}

/** Where there are several ways to see it, the one that bears the sentence out most. */
function best(
  measures: readonly Measure[],
  facts: Facts,
  note: ReadNote,
  judge: (all: Standing) => Verdict[],
) {
  const wrong = (all: readonly Verdict[]) => all.filter(({holds}) => holds === false).length;
  return measures
    .map(measure => judge(standing(measure, facts, note)))
    .reduce((a, b) => (wrong(b) < wrong(a) ? b : a));
}

/** A change beside the median of the others, in words and by place. */
function beside(
  shown: Printed,
  theirs: Printed | undefined,
  than: string,
  place: number | undefined,
  {own, others, place: real}: Standing,
  near: number,
): Verdict[] {
  if (own === undefined) return [verdict("figure", undefined)];
  const verdicts = [verdict("figure", agrees(shown, own), percent(own))];
  if (theirs && others.length > 0) {
    const middle = median(others);
    verdicts.push(
      verdict(
        "figure",
        agrees(theirs, middle),
        `${percent(middle)}, the median of ${others.length}`,
      ),
      verdict(
        "comparison",
        /better|iyi/.test(than)
          ? shown.value > theirs.value
          : /worse|kötü/.test(than)
            ? shown.value < theirs.value
            : Math.abs(shown.value - theirs.value) <= near + 1e-9,
        `${shown.text} beside ${theirs.text}`,
      ),
    );
  }
  if (place !== undefined)
    verdicts.push(verdict("place", place === real, `${real} of ${others.length + 1}`));
  return verdicts;
}

/** The last day of which all of the sector that have late closes have one. */
const lastOfAll = (facts: Facts, note: ReadNote): number =>
  Math.min(
    facts.last,
    ...membersOf(facts, note)
      .map(id => facts.market.closesOf(id)?.until(facts.last).days.at(-1) ?? facts.last)
      .filter(day => day > facts.last - 5),
  );

/** Judges the coin's place over a month of closes, or a day. */
export const placed = (
  long: boolean,
  facts: Facts,
  note: ReadNote,
  judge: (all: Standing) => Verdict[],
): Verdict[] => {
  const to = lastOfAll(facts, note);
  const ways = long
    ? [between(facts, to - 30, to), between(facts, facts.last - 30, facts.last)]
    : inDay(facts);
  return best(ways, facts, note, judge);
};

const word = (found: {has(name: string): boolean; count(name: string): number}) =>
  found.has("place") ? found.count("place") : undefined;

export const peers: Judge = {
  subject: "among its sector",
  readings: [
    reading(
      [
        "{coin} is one of the {size:count} .{3,40}? on record",
        "Of the {size:count} .{3,40}? on record, {coin} is (?:number {place:count}|(?<first>the largest)) by market cap",
      ],
      [
        "{coin}, .{3,60}? arasında kayıtlı {size:count} coinden biri",
        "Piyasa değerinde {coin}, .{3,60}? arasında kayıtlı {size:count} coin içinde (?:{place:count}\\. sırada|(?<first>ilk sırada|en büyüğü))",
      ],
      (found, facts, note) => {
        const members = membersOf(facts, note);
        if (!found.has("place") && !found.has("first")) {
          const known = members.filter(
            id => facts.market.closesOf(id)?.at(facts.last) !== undefined,
          );
          return verdict("count", found.count("size") === known.length, known.length);
        }
        const {others, own, place} = standing(cap(facts), facts, note);
        if (own === undefined) return verdict("place", undefined);
        const shown = found.has("place") ? found.count("place") : 1;
        return [
          verdict("count", found.count("size") === others.length + 1, others.length + 1),
          verdict(
            found.has("first") ? "superlative" : "place",
            shown === place,
            `${place} of the ${others.length + 1} in the answer`,
          ),
        ];
      },
    ),
    reading(
      "Over the {days:count} days to the close of {day:date} it is (?<way>up|down) {change:pct}(?:, (?<than>better than|worse than|like) the median of the others \\({theirs:pct}\\)(?:, number {place:count} among them)?)?",
      "{day:date} kapanışıyla biten {days:count} günde {change:pct} (?<way>geriledi|yükseldi)(?:; (?:ötekilerin medyanından \\({theirs:pct}\\) (?<than>iyi|kötü)(?:, {place:count}\\. sırada)?|ötekilerin medyanı da (?<than>yakın), {theirs:pct}))?",
      (found, facts, note) => {
        const day = found.day("day");
        const measure = between(facts, day - found.count("days"), day);
        return beside(
          directed(found.figure("change"), rises(found.word("way"))),
          found.has("theirs") ? found.figure("theirs") : undefined,
          found.word("than"),
          word(found),
          standing(measure, facts, note),
          alike.days,
        );
      },
    ),
    reading(
      "In the last day it is (?<way>up|down) {change:pct}, (?<than>better than|worse than|like) the median of the others \\({theirs:pct}\\)(?:, number {place:count} among them)?",
      "Son bir günde {change:pct} (?<way>geriledi|yükseldi); (?:ötekilerin medyanından \\({theirs:pct}\\) (?<than>iyi|kötü)(?:, {place:count}\\. sırada)?|ötekilerin medyanı da (?<than>yakın), {theirs:pct})",
      (found, facts, note) =>
        best(inDay(facts), facts, note, all =>
          beside(
            directed(found.figure("change"), rises(found.word("way"))),
            found.figure("theirs"),
            found.word("than"),
            word(found),
            all,
            alike.day,
          ),
        ),
    ),
    reading(
      "The median of the others over the {days:count} days to the close of {day:date} is {theirs:pct}",
      "{day:date} kapanışıyla biten {days:count} günde ötekilerin medyanı {theirs:pct}",
      (found, facts, note) => {
        const day = found.day("day");
        const {others} = standing(between(facts, day - found.count("days"), day), facts, note);
        if (others.length === 0) return verdict("figure", undefined);
        return verdict(
          "figure",
          agrees(found.figure("theirs"), median(others)),
          percent(median(others)),
        );
      },
    ),
    reading(
      [
        "Its tie to Bitcoin is (?<how>like theirs), a rank correlation of {own:num} beside a median of {theirs:num}",
        "Its rank correlation with Bitcoin, {own:num}, is (?<how>close) to their median of {theirs:num}",
        "It follows Bitcoin (?<how>more|less) closely than most of them: {own:num}, where their median is {theirs:num}",
      ],
      [
        "Bitcoin’le bağı (?<how>onlarınkine benziyor): sıra korelasyonu {own:num}, ötekilerin medyanı {theirs:num}",
        "Bitcoin’i çoğundan daha (?<how>yakından|gevşek) izliyor: sıra korelasyonu {own:num}, ötekilerin medyanı {theirs:num}",
      ],
      (found, facts, note) =>
        best(tieToBitcoin(facts), facts, note, ({own, others}) => {
          if (own === undefined || others.length === 0) return [verdict("figure", undefined)];
          const middle = median(others);
          const how = found.word("how");
          const above = others.filter(one => one < own).length / others.length;
          return [
            verdict("figure", agrees(found.figure("own"), own), own),
            verdict(
              "figure",
              agrees(found.figure("theirs"), middle),
              `${middle.toFixed(3)} of ${others.length}`,
            ),
            verdict(
              "comparison",
              /more|yakından/.test(how)
                ? above > 0.5
                : /less|gevşek/.test(how)
                  ? above < 0.5
                  : Math.abs(own - middle) <= 0.1,
              `${own.toFixed(2)} above ${percent(above)} of ${others.length}`,
            ),
          ];
        }),
    ),
    reading(
      "It turns over (?<than>more|less) than their median, {own:pct} of market cap against {theirs:pct}",
      "Büyüklüğüne göre onlardan (?<than>çok|az) işlem görüyor: günlük hacim piyasa değerinin {own:pct}, ötekilerde medyan {theirs:pct}",
      (found, facts, note) => {
        const {own, others} = standing(turnover(facts), facts, note);
        const [shown, theirs] = [found.figure("own"), found.figure("theirs")];
        return [
          verdict(
            "figure",
            own === undefined ? undefined : Math.abs(shown.value - own) <= 0.002,
            own,
          ),
          verdict(
            "figure",
            others.length === 0 ? undefined : Math.abs(theirs.value - median(others)) <= 0.002,
            others.length === 0 ? "" : percent(median(others)),
          ),
          verdict(
            "comparison",
            /more|çok/.test(found.word("than"))
              ? shown.value > theirs.value
              : shown.value < theirs.value,
          ),
        ];
      },
    ),
    reading(
      [
        "^{coin} is (?<end>first|last) of {size:count} .+? over (?:{days:count} days|a day)",
        "^Number {place:count} of {size:count} .+? over a (?<span>day|month), at {change:pct}; the median of the others is {theirs:pct}",
      ],
      [
        "^{coin} {days:count} günlük getiride .+? arasında (?<end>ilk|son) sırada \\({size:count} coin\\)",
        "^Bir (?<span>günlük|aylık) getiride .+? arasında {place:count}\\. sırada \\({size:count} coin\\): {change:pct}; ötekilerin medyanı {theirs:pct}",
      ],
      (found, facts, note) => {
        const long = found.has("days")
          ? found.count("days") > 1
          : /month|aylık/.test(found.word("span"));
        const to = lastOfAll(facts, note);
        const measures = long ? [between(facts, to - 30, to)] : inDay(facts);
        return best(measures, facts, note, all => {
          if (all.own === undefined) return [verdict("place", undefined)];
          const size = all.others.length + 1;
          const last = /last|son/.test(found.word("end"));
          const place = found.has("place") ? found.count("place") : last ? size : 1;
          return [
            verdict("place", place === all.place, `${all.place} of ${size}`),
            verdict("count", found.count("size") === size, size),
            ...(found.has("change")
              ? beside(found.figure("change"), found.figure("theirs"), "", undefined, all, 10)
              : []),
          ];
        });
      },
    ),
    reading(
      "(?:(?<shown>Of those shown), )?(?<best>[^.,]+(?:\\.\\S[^.,]*)?) (?<high>gained most|lost least) (?:over {days:count} days|in a day), (?<worst>[^,]+?) (?<low>gained least|lost most)$",
      "(?:(?<shown>Gösterilenler) arasında )?(?:[Bb]ir günde|{days:count} günde) en (?<high>çok yükselen|az gerileyen) (?<best>[^,]+), en (?<low>az yükselen|çok gerileyen) (?<worst>[^,]+)$",
      (found, facts, note) => {
        const long = found.has("days");
        const to = lastOfAll(facts, note);
        const ways = long
          ? [between(facts, to - 30, to), between(facts, facts.last - 30, facts.last)]
          : inDay(facts);
        const ids = new Map(facts.market.assets.map(({name, id}) => [name, id]));
        const [best, worst] = [found.word("best"), found.word("worst")].map(name =>
          ids.get(name.replace(/^(?:Chart|Exhibit|Table|Grafik|Tablo) \\d+\\. /, "").trim()),
        );
        if (!best || !worst) return verdict("superlative", undefined);
        const judged = ways.flatMap(measure => {
          const all = membersOf(facts, note).flatMap(id => measure(id) ?? []);
          const [top, bottom] = [measure(best), measure(worst)];
          if (all.length < 2 || top === undefined || bottom === undefined) return [];
          // Which are shown is for the note to say.
          if (found.has("shown")) return [{holds: top > bottom, truth: percent(top)}];
          return [
            {
              holds:
                top >= Math.max(...all) - 1e-9 &&
                bottom <= Math.min(...all) + 1e-9 &&
                top > 0 === /gained|yükselen/.test(found.word("high")) &&
                bottom > 0 === /gained|yükselen/.test(found.word("low")),
              truth: `${percent(top)} of ${percent(Math.max(...all))}, ${percent(bottom)} of ${percent(Math.min(...all))}`,
            },
          ];
        });
        const one = judged.find(({holds}) => holds) ?? judged[0];
        return verdict("superlative", one?.holds, one?.truth);
      },
    ),
    reading(
      "Change of {coin} over (?:{days:count} days|a day): {change:pct}(?:; the median of the others {theirs:pct})?",
      "{coin} (?:bir günlük|{days:count} günlük) değişimi: {change:pct}(?:; ötekilerin medyanı {theirs:pct})?",
      (found, facts, note) => {
        const to = lastOfAll(facts, note);
        const ways = found.has("days")
          ? [between(facts, to - 30, to), between(facts, facts.last - 30, facts.last)]
          : inDay(facts);
        return best(ways, facts, note, all =>
          beside(
            found.figure("change"),
            found.has("theirs") ? found.figure("theirs") : undefined,
            "",
            undefined,
            all,
            10,
          ),
        );
      },
    ),
  ],
  tables: (table: Block, facts, note) => {
    const head = table.rows[0] ?? [];
    if (head[0] !== "Coin" || head.length < 4) return [];
    const column = (form: RegExp) => head.findIndex(cell => form.test(cell));
    const [day, month, tie] = [column(/^24 /), column(/^30 /), column(/Corr|korelasyon/)];
    const byName = new Map(facts.market.assets.map(({name, id}) => [name, id]));
    const measures = [
      [day, inDay(facts)],
      [month, [between(facts, facts.last - 30, facts.last)]],
      [tie, tieToBitcoin(facts)],
    ] as const;
    return table.rows.slice(1).flatMap(row => {
      const id = byName.get(row[0]!);
      return measures.flatMap(([at, ways]) => {
        const cell = row[at];
        if (!cell || cell === "–") return [];
        const shown = printed(cell, note.language);
        const real = id === undefined ? [] : ways.flatMap(measure => measure(id) ?? []);
        return {
          ...verdict(
            "figure",
            real.length === 0 ? undefined : real.some(one => agrees(shown, one)),
            `${head[at]}: ${real.map(one => one.toFixed(4)).join(" or ")}`,
          ),
          about: row.join(" | "),
        };
      });
    });
  },
};
