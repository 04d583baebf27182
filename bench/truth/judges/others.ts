import type {Facts} from "../facts.ts";
import {type Judge, reading, verdict} from "../judge.ts";
import {agrees} from "../printed.ts";
import {explained, mean, partialSpearman, pearson} from "../statistics.ts";
import {percent} from "../words.ts";

/** The coins that the recorded answers quote others in, by the folder's symbols. */
const quoted = [
  "ETH",
  "LTC",
  "BCH",
  "BNB",
  "EOS",
  "XRP",
  "XLM",
  "LINK",
  "DOT",
  "YFI",
  "SOL",
] as const;

interface Index {
  readonly members: number;
  readonly coin: readonly number[];
  readonly benchmark: readonly number[];
  readonly index: readonly number[];
}

/** Of how many of the 90 days a member needs a return is not told: each of these is a fair reading. */
const fewestDays = [90, 60, 45, 20];

const readings = (days: number, facts: Facts, coin: string): Index[] =>
  fewestDays
    .map(fewest => indexed(days, fewest, facts, coin))
    .filter(({members, coin: own}) => members > 0 && own.length >= 20);

/** Returns of the coin, the benchmark and an equal-weighted basket of the other large coins. */
function indexed(days: number, fewest: number, facts: Facts, coin: string): Index {
  const to = Math.min(facts.last, facts.benchmark.last);
  const others = quoted
    .flatMap(symbol => facts.market.bySymbol.get(symbol) ?? [])
    .filter(closes => closes !== facts.market.closesOf(coin))
    .filter(closes => closes.returns(to - days + 1, to).length >= fewest);
  const out = {coin: [] as number[], benchmark: [] as number[], index: [] as number[]};
  for (let day = to - days + 1; day <= to; day++) {
    const [own, theirs] = [facts.coin.return(day), facts.benchmark.return(day)];
    if (own === undefined || theirs === undefined || others.length === 0) continue;
    out.coin.push(own);
    out.benchmark.push(theirs);
    const theirDay = others.flatMap(closes => closes.return(day) ?? []);
    out.index.push(Math.log(mean(theirDay.map(Math.exp))));
  }
  return {members: others.length, ...out};
}

export const others: Judge = {
  subject: "beside the other large coins",
  readings: [
    reading(
      [
        "(?<how>next to nothing of the tie (?:to Bitcoin itself )?is left) \\(partial rank correlation {partial:num} over {days:count} days\\)",
        "(?<how>A part of the tie is to Bitcoin itself), beside what an index of {members:count} other large coins explains \\(partial rank correlation {partial:num} over {days:count} days\\)",
        "(?<how>it moves against Bitcoin) \\(partial rank correlation {partial:num} over {days:count} days\\)",
      ],
      [
        "(?<how>bağdan geriye neredeyse bir şey kalmıyor) \\({days:count} günlük kısmi sıra korelasyonu {partial:num}\\)",
        "(?<how>Bağın bir bölümü doğrudan Bitcoin’e): öteki {members:count} büyük coinin endeksi hesaba katıldığında da sürüyor \\({days:count} günlük kısmi sıra korelasyonu {partial:num}\\)",
      ],
      (found, facts, note) => {
        const shown = found.figure("partial");
        const all = readings(found.count("days"), facts, note.coin);
        const partialOf = (one: Index) => partialSpearman(one.coin, one.benchmark, one.index);
        const chosen = all.find(one => agrees(shown, partialOf(one))) ?? all[0];
        if (!chosen) return verdict("figure", undefined);
        const {coin, benchmark, index, members} = chosen;
        const partial = partialOf(chosen);
        const how = found.word("how");
        const explainedShare = pearson(coin, benchmark) ** 2;
        return [
          verdict(
            "figure",
            agrees(shown, partial),
            `${partial.toFixed(3)} beside ${members} coins`,
          ),
          verdict(
            "nearness",
            /nothing|kalmıyor/.test(how)
              ? Math.abs(shown.value) <= 0.15
              : /against/.test(how)
                ? shown.value < -0.1
                : shown.value >= 0.15,
            partial,
          ),
          ...(/It follows the market|İzlediği, Bitcoin’in de/.test(found.block.text)
            ? [
                verdict(
                  "verdict",
                  explained(coin, benchmark, index) >= 0.25,
                  `Bitcoin explains ${percent(explainedShare)}, with the others ${percent(explained(coin, benchmark, index))}`,
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "\\(partial rank correlation {partial:num} over {days:count} days with Bitcoin, given that index\\)",
      "\\(endeks hesaba katılınca Bitcoin’le {days:count} günlük kısmi sıra korelasyonu {partial:num}\\)",
      (found, facts, note) => {
        const all = readings(found.count("days"), facts, note.coin).map(one =>
          partialSpearman(one.coin, one.benchmark, one.index),
        );
        return verdict(
          "figure",
          all.length === 0 ? undefined : all.some(one => agrees(found.figure("partial"), one)),
          all.map(one => one.toFixed(3)).join(" or "),
        );
      },
    ),
    reading(
      [
        "The other coins explain {more:pct} of its daily variance beyond the {bench:pct} that Bitcoin does",
        "(?<most>Most) of its daily variance, {neither:pct}, is explained by neither",
        "(?<most>Most) of its daily variance, {neither:pct}, is explained neither by Bitcoin nor by an index of",
      ],
      [
        "Günlük varyansının {bench:pct} Bitcoin açıklıyor; öteki coinler buna {more:pct} ekliyor",
        "Günlük varyansının (?<most>büyük bölümünü), {neither:pct}, ne Bitcoin ne de (?:endeks|öteki .+? endeksi) açıklıyor",
      ],
      (found, facts, note) => {
        const all = readings(90, facts, note.coin);
        const firstOf = (one: Index) => pearson(one.coin, one.benchmark) ** 2;
        const bothOf = (one: Index) => explained(one.coin, one.benchmark, one.index);
        const right = (one: Index) =>
          found.has("most")
            ? agrees(found.figure("neither"), 1 - bothOf(one))
            : agrees(found.figure("more"), bothOf(one) - firstOf(one));
        const chosen = all.find(right) ?? all[0];
        if (!chosen) return verdict("figure", undefined);
        const [first, both] = [firstOf(chosen), bothOf(chosen)];
        const truth = `Bitcoin ${percent(first)}, the others ${percent(both - first)} more`;
        if (found.has("most"))
          return [
            verdict("figure", agrees(found.figure("neither"), 1 - both), truth),
            verdict("comparison", found.figure("neither").value > 0.5, truth),
          ];
        return [
          verdict("figure", agrees(found.figure("bench"), first), truth),
          verdict("figure", agrees(found.figure("more"), both - first), truth),
        ];
      },
    ),
  ],
};
