import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf, msPerDay} from "../market.ts";
import type {ReadNote} from "../note.ts";
import {agrees, dayNumber, type Printed, printed, split} from "../printed.ts";
import {percent} from "../words.ts";

interface Base {
  readonly day: number;
  readonly low: Printed;
  readonly high: Printed;
}

/** The middle halves as the note's table has them: a simulation is not made again here, only held to itself. */
function bases({blocks, language}: ReadNote): Base[] {
  const table = blocks.find(({rows}) => /^(?:By|Tarih)$/.test(rows[0]?.[0] ?? ""));
  const rows = table?.rows.slice(1) ?? [];
  return rows.flatMap((row, i) => {
    const [low, high] = split(row[3] ?? "", "usd", language);
    if (!low || !high) return [];
    return {
      day: dayNumber(rows[i - 1]![0]!, language, 0),
      low: printed(low, language),
      high: printed(high, language),
    };
  });
}

const horizons = [30, 90, 365];

function half(low: Printed, high: Printed, day: number | undefined, note: ReadNote): Verdict {
  const all = bases(note);
  if (all.length === 0) return verdict("figure", undefined);
  const base = day === undefined ? all[1] : all.find(one => one.day === day);
  return verdict(
    "figure",
    base !== undefined && base.low.value === low.value && base.high.value === high.value,
    base ? `${base.low.text} to ${base.high.text} in the table` : "no such day in the table",
  );
}

/** Halfway from the price to a border, on a logarithmic scale; a unit of the last digit is rounding's. */
function halfway(sign: Printed, border: Printed, facts: Facts): Verdict {
  const real = Math.sqrt(facts.price * border.value);
  return verdict("figure", Math.abs(sign.value - real) <= 1.6 * sign.step + border.step, real);
}

export const cases: Judge = {
  subject: "simulated cases",
  readings: [
    reading(
      [
        "[Hh]alf of the simulated outcomes for (?:the close of )?{day:date} lie between {low:usd} and {high:usd}",
        "[Hh]alf of the simulated outcomes for {day:date} lie between {low:usd} and {high:usd}",
        "for {day:date} half of the simulated outcomes lie between {low:usd} and {high:usd}",
        "The base case for {day:date}, half of the simulated outcomes, lies between {low:usd} and {high:usd}",
        "By {day:date} (?:the same half (?:stretches|runs)|it runs) from {low:usd} to {high:usd}",
        "By {day:date} that has widened, to between {low:usd} and {high:usd}",
        "By {day:date}, half end between {low:usd} and {high:usd}",
        "A year of such days widens it to {low:usd} and {high:usd}, for {day:date}",
        "Simulated range of {coin} to {day:date}: half of the outcomes between {low:usd} and {high:usd}",
        "Half of the simulated outcomes for {day:date} lie in a narrow range, {low:usd} to {high:usd}",
      ],
      [
        "{day:date} kapanışı için simüle edilen sonuçların yarısı {low:usd} ile {high:usd} arasında",
        "{day:date} için simüle edilen sonuçların yarısı {low:usd} ile {high:usd} arasında",
        "{day:date} için temel senaryo, yani simüle edilen sonuçların ortadaki yarısı, {low:usd} ile {high:usd} arasında",
        "{day:date} için sonuçların aynı yarısı {low:usd} {high:usd} uzanıyor",
        "{day:date} için sonuçların yarısı {low:usd} ile {high:usd} arasında",
        "Süre uzadıkça aralık açılıyor: {day:date} için {low:usd} {high:usd}",
        "{day:date} gününe kadar simüle edilen aralık: sonuçların yarısı {low:usd} ile {high:usd} arasında",
      ],
      (found, facts, note) => {
        const day = found.day("day");
        const today = Math.floor(facts.at / msPerDay);
        const width = found.figure("high").value / found.figure("low").value - 1;
        return [
          half(found.figure("low"), found.figure("high"), day, note),
          verdict(
            "span",
            horizons.includes(day - today),
            `${day - today} days from ${dateOf(today)}`,
          ),
          ...(/narrow/.test(found.text) ? [verdict("nearness", width <= 0.2, percent(width))] : []),
        ];
      },
    ),
    reading(
      "More of them lie below today’s {price:usd} than above: the median drifts by {drift:pct}",
      "Çoğu bugünkü {price:usd} altında: medyan, ölçümdeki coinlerde görüldüğü gibi bugünküne göre {drift:pct}",
      (found, facts, note) => {
        const [base] = bases(note);
        if (!base) return verdict("comparison", undefined);
        const middle = Math.sqrt(base.low.value * base.high.value);
        return [
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          verdict("comparison", middle < facts.price, middle),
          verdict("direction", found.figure("drift").value < 0, found.word("drift")),
        ];
      },
    ),
    reading(
      "Volatility is {now:pct} a day, (?<how>below|above) its usual {usual:pct}",
      "Günlük oynaklık {now:pct}, olağan düzeyi {usual:pct}[;:] yakın aralıklar (?:bu yüzden )?(?<how>dar|geniş)",
      (found, _) => {
        const [now, usual] = [found.figure("now").value, found.figure("usual").value];
        const how = found.word("how");
        if (how === "") return [];
        return verdict(
          "comparison",
          /below|dar/.test(how) ? now < usual : now > usual,
          `${found.word("now")} and ${found.word("usual")}`,
        );
      },
    ),
    reading(
      [
        "[Tt]he range for {day:date} is close to saying nothing",
        "the near ranges are wide, and that for {day:date} is close to saying nothing",
      ],
      [
        "{day:date} için aralık öyle geniş ki neredeyse hiçbir şey söylemiyor",
        "yakın aralıklar geniş, {day:date} aralığı ise neredeyse hiçbir şey söylemiyor",
      ],
      (found, _, note) => {
        const base = bases(note).find(({day}) => day === found.day("day"));
        if (!base) return verdict("comparison", undefined);
        const times = base.high.value / base.low.value;
        return verdict("nearness", times >= 3, times);
      },
    ),
    reading(
      "The (?<name>bear|bull) case is the nearer one",
      "(?<name>Ayı|Boğa) senaryosu daha yakın",
      (found, facts, note) => {
        const [base] = bases(note);
        if (!base) return verdict("comparison", undefined);
        const down = Math.log(facts.price / base.low.value);
        const up = Math.log(base.high.value / facts.price);
        const isBear = /bear|Ayı/.test(found.word("name"));
        return verdict("comparison", isBear ? down < up : up < down, `${down} and ${up}`);
      },
    ),
  ],
  tables: (table, facts, note) => {
    if (!/^(?:By|Tarih)$/.test(table.rows[0]?.[0] ?? "")) return [];
    const rows = table.rows.slice(1);
    const today = Math.floor(facts.at / msPerDay);
    return bases(note).flatMap((base, i) => {
      const [bear, , bull] = rows.slice(3 * i, 3 * i + 3);
      const usd = (cell: string) => printed(split(cell, "usd", note.language)[0]!, note.language);
      return [
        verdict("span", base.day - today === horizons[i], `${base.day - today} days`),
        verdict("comparison", base.low.value < base.high.value),
        verdict("figure", usd(bear![3]!).value === base.low.value, base.low.text),
        verdict("figure", usd(bull![3]!).value === base.high.value, base.high.text),
        halfway(usd(bear![4]!), base.low, facts),
        halfway(usd(bull![4]!), base.high, facts),
      ].map(one => ({...one, about: bear!.join(" | ")}));
    });
  },
};
