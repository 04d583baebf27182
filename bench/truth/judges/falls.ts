import type {Facts} from "../facts.ts";
import {type Judge, reading, verdict} from "../judge.ts";
import {type Closes, dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {mean, slope} from "../statistics.ts";
import {percent} from "../words.ts";

interface Fall {
  readonly depth: number;
  readonly peak: number;
  readonly trough: number;
}

/** The deepest fall from a close to a later one, over the whole record. */
function deepest(closes: Closes): Fall {
  let peak = closes.first;
  let worst: Fall = {depth: 0, peak, trough: peak};
  for (const day of closes.days) {
    if (closes.at(day)! > closes.at(peak)!) peak = day;
    const depth = 1 - closes.at(day)! / closes.at(peak)!;
    if (depth > worst.depth) worst = {depth, peak, trough: day};
  }
  return worst;
}

const highest = (closes: Closes) => Math.max(...closes.days.map(day => closes.at(day)!));

/** Slope on the days of the last year on which the benchmark did worse than its mean. */
function downside(facts: Facts): number | undefined {
  const to = Math.min(facts.last, facts.benchmark.last);
  const {x, y} = facts.pairsIn(to - 364, to);
  const worse = x.map((one, i) => ({x: one, y: y[i]!})).filter(one => one.x < mean(x));
  if (worse.length < 10 || facts.coin.doubtful(to - 365, to)) return undefined;
  return slope(
    worse.map(one => one.x),
    worse.map(one => one.y),
  );
}

export const falls: Judge = {
  subject: "falls and risk",
  readings: [
    reading(
      [
        "It is (?<near>close to the bottom) of its deepest fall on record: {depth:pct}, from {high:usd} on {peak:date} to {low:usd} on {trough:date}, and {now:pct} below the high today \\(closes since {first:date}\\)",
        "Its deepest fall on record, {depth:pct}, ran from {high:usd} on {peak:date} to {low:usd} on {trough:date}; today it is (?:still )?{now:pct} below the high(?:est)? of its closes since {first:date}",
        "In closes since {first:date} it has once lost {depth:pct}, from {high:usd} on {peak:date} to {low:usd} on {trough:date}; today it is {now:pct} below the highest of them",
      ],
      [
        "Kayıttaki en derin düşüşünün (?<near>dibine yakın): {peak:date} {high:usd} {trough:date} {low:usd} {depth:pct} yitirdi\\. Bugün(?: de)?, {first:date} bu yana gördüğü en yüksek kapanışın {now:pct} altında",
        "{first:date} bu yana kapanışlardaki en derin düşüşü {depth:pct}: {peak:date} {high:usd} {trough:date} {low:usd}\\. Bugün en yüksek kapanışın {now:pct} altında",
        "Kayıttaki en derin düşüşü {depth:pct}: {peak:date} {high:usd} {trough:date} {low:usd}\\. Bugün(?: de)?,? {first:date} bu yana gördüğü en yüksek kapanışın {now:pct} altında",
      ],
      (found, facts) => {
        if (facts.coin.doubtful(facts.coin.first + 2, facts.last))
          return verdict("superlative", undefined);
        const fall = deepest(facts.coin);
        const truth = `${percent(fall.depth)} from ${facts.coin.at(fall.peak)} on ${dateOf(fall.peak)} to ${facts.coin.at(fall.trough)} on ${dateOf(fall.trough)}`;
        const below = 1 - facts.price / highest(facts.coin);
        const verdicts = [
          verdict(
            "superlative",
            agrees(found.figure("depth"), fall.depth) &&
              found.day("peak") === fall.peak &&
              found.day("trough") === fall.trough,
            truth,
          ),
          verdict(
            "figure",
            agrees(found.figure("high"), facts.coin.at(found.day("peak")) ?? 0),
            truth,
          ),
          verdict(
            "figure",
            agrees(found.figure("low"), facts.coin.at(found.day("trough")) ?? 0),
            truth,
          ),
          verdict("figure", agrees(found.figure("now"), below), percent(below)),
          verdict("since", found.day("first") === facts.coin.first, dateOf(facts.coin.first)),
        ];
        if (found.has("near")) {
          const times = facts.price / facts.coin.at(fall.trough)!;
          verdicts.push(verdict("nearness", times <= 1.1, `${times.toFixed(2)} times the bottom`));
        }
        return verdicts;
      },
    ),
    reading(
      "still {now:pct} below its highest close on record|That {coin} is {now:pct} below its high says",
      "Kayıtlardaki en yüksek kapanışının hâlâ {now:pct} altında|{coin} zirvesinin {now:pct} altında olması",
      (found, facts) => {
        if (facts.coin.doubtful(facts.coin.first + 2, facts.last))
          return verdict("figure", undefined);
        const below = 1 - facts.price / highest(facts.coin);
        return verdict("figure", agrees(found.figure("now"), below), percent(below));
      },
    ),
    reading("^Harder falls than Bitcoin’s$", "^Düşüşleri Bitcoin’inkinden sert$", (_, facts) => {
      const beta = downside(facts);
      return verdict("comparison", beta === undefined ? undefined : beta > 1.1, beta);
    }),
    reading("^Far below its high$", "^Zirvesinin çok altında$", (_, facts) => {
      const below = 1 - facts.price / highest(facts.coin);
      return verdict("nearness", below >= 0.5, percent(below));
    }),
    reading(
      [
        "On Bitcoin’s (?:worse|worst) days it falls (?<how>harder|less|about as much)[:,] {own:pct} for each {each:pct}",
        "it fell (?<how>harder|less|about as much) on Bitcoin’s worse days[:,] {own:pct} for each {each:pct}",
        "On Bitcoin’s worse days of the last \\d+ it fell (?<how>harder|less|about as much), {own:pct} for each {each:pct}",
      ],
      [
        "Bitcoin’in kötü günlerinde (?<how>daha sert|daha az|aşağı yukarı onun kadar) düşüyor: Bitcoin’in her {each:pct} düşüşüne karşılık {own:pct}",
        "Bitcoin’in kötü günlerinde (?<how>ondan sert|ondan az|aşağı yukarı onun kadar) düştü: onun her {each:pct} düşüşüne karşılık {own:pct}",
      ],
      (found, facts) => {
        const beta = downside(facts);
        if (beta === undefined) return verdict("figure", undefined);
        const how = found.word("how");
        const shown = found.figure("own").value * 100;
        const holds = /harder|sert/.test(how)
          ? shown > 1.1
          : /less|az/.test(how)
            ? shown > 0 && shown < 0.9
            : Math.abs(shown - 1) <= 0.15;
        return [
          verdict("figure", agrees(found.figure("own"), beta / 100), beta),
          verdict("comparison", holds, beta),
        ];
      },
    ),
    reading(
      [
        "(?<how>mostly Bitcoin’s|mostly its own): (?:only )?{shared:count} of Bitcoin’s {days:count} worst in the past year were among",
        "Of Bitcoin’s {days:count} worst days among these, {shared:count} were among its own worst tenth",
        "Of Bitcoin’s {days:count} worst days, {shared:count} were among its own worst tenth",
        "(?<how>Most) of Bitcoin’s worst days(?: among these)?, {shared:count} of {days:count},? were among its own worst tenth",
        "(?<how>now and then): {shared:count} of Bitcoin’s {days:count} worst in the past year were among",
      ],
      [
        "En kötü günleri çoğunlukla (?<how>ortak|kendine ait): Bitcoin’in son bir yıldaki en kötü {days:count} gününün {shared:count},",
        "Bitcoin’in bu süredeki en kötü {days:count} gününün {shared:count}(?:, yani| kendi günlerinin)",
        "En kötü günlerin (?<how>yalnızca bir bölümü) ortak: Bitcoin’in son bir yıldaki en kötü {days:count} gününün {shared:count},",
      ],
      (found, facts) => {
        const to = Math.min(facts.last, facts.benchmark.last);
        const {x, y} = facts.pairsIn(to - 364, to);
        if (facts.coin.doubtful(to - 365, to)) return verdict("count", undefined);
        const tenth = found.count("days");
        const worst = (values: readonly number[]) =>
          new Set(
            values
              .map((_, i) => i)
              .sort((a, b) => values[a]! - values[b]!)
              .slice(0, tenth),
          );
        const own = worst(y);
        const shared = [...worst(x)].filter(i => own.has(i)).length;
        const share = shared / tenth;
        const how = found.word("how");
        return [
          verdict(
            "count",
            Math.abs(tenth - x.length / 10) <= 1,
            `${x.length} days, a tenth is ${tenth}`,
          ),
          verdict("count", found.count("shared") === shared, `${shared} of ${tenth}`),
          verdict(
            "span",
            !/past year|son bir yıl/.test(found.text) ||
              Math.max(facts.coin.first, facts.benchmark.first) <= to - 360,
            `${x.length} days`,
          ),
          ...(how === ""
            ? []
            : [
                verdict(
                  "comparison",
                  /Bitcoin’s|^ortak|Most/.test(how)
                    ? share > 0.5
                    : /own|kendine/.test(how)
                      ? share <= 0.25
                      : share > 0.1 && share <= 0.5,
                  percent(share),
                ),
              ]),
        ];
      },
    ),
  ],
};
