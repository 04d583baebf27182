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
        "By {day:date}, half of the outcomes between {low:usd} and {high:usd}",
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
      "Günlük oynaklık {now:pct}, olağan düzeyi {usual:pct}; yakın aralıklar bu yüzden (?<how>dar|geniş)",
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
      "A range for {day:date} that runs from {low:usd} to {high:usd} is close to saying nothing",
      "{day:date} için {low:usd} {high:usd} uzanan bir aralık neredeyse hiçbir şey söylemez",
      (found, _, note) => {
        const base = bases(note).find(({day}) => day === found.day("day"));
        if (!base) return verdict("comparison", undefined);
        return [
          verdict(
            "comparison",
            found.figure("low").value < base.low.value &&
              found.figure("high").value > base.high.value,
            `the half runs from ${base.low.text} to ${base.high.text}`,
          ),
          verdict(
            "nearness",
            found.figure("high").value / found.figure("low").value >= 4,
            found.figure("high").value / found.figure("low").value,
          ),
        ];
      },
    ),
    reading(
      "A close above {up:usd}, halfway to the bull case of {day:date}; the bear case is farther off, with its first sign under {down:usd}",
      "{up:usd} üstünde bir kapanış, {day:date} için boğa senaryosuna giden yolun ortası; ayı senaryosu daha uzak, ilk işareti {down:usd} altında",
      (found, facts, note) => {
        const base = bases(note).find(({day}) => day === found.day("day"));
        if (!base) return verdict("figure", undefined);
        const [up, down] = [found.figure("up"), found.figure("down")];
        return [
          halfway(up, base.high, facts),
          halfway(down, base.low, facts),
          verdict(
            "comparison",
            Math.log(facts.price / base.low.value) > Math.log(base.high.value / facts.price),
            `${base.low.text}, ${facts.price}, ${base.high.text}`,
          ),
        ];
      },
    ),
    reading(
      "Closes under {down:usd} or above {up:usd}, halfway to the borders of the base case for {day:date}",
      "{down:usd} altında ya da {up:usd} üstünde kapanışlar: {day:date} için temel senaryonun sınırlarına giden yolun ortası",
      (found, facts, note) => {
        const base = bases(note).find(({day}) => day === found.day("day"));
        if (!base) return verdict("figure", undefined);
        return [
          halfway(found.figure("up"), base.high, facts),
          halfway(found.figure("down"), base.low, facts),
        ];
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
