import {type Facts, windows} from "../facts.ts";
import {type Judge, reading, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {median} from "../statistics.ts";

/** Returns without which the tie of a coin is not tested: thirty in the last window, 120 before it. */
const needed = {least: 60, most: 400};

/** The volume of the note's day and those of the year before it, where the price is a close. */
function volumes(facts: Facts) {
  const days = facts.market.activity.get(facts.symbol);
  const now = facts.answered ? facts.quote?.volume : days?.get(facts.last)?.volume;
  if (!days || now === undefined) return undefined;
  const before = [...days].flatMap(([day, {volume}]) =>
    day < facts.last && day >= facts.last - 365 && volume > 0 ? volume : [],
  );
  return before.length === 0 ? undefined : {now, usual: median(before)};
}

export const watch: Judge = {
  subject: "what to watch",
  readings: [
    reading(
      "On {day:date} the {days:count} days of the rank correlation with Bitcoin will all be new ones: whether it is then nearer to {now:num} or to {before:num}",
      "{day:date} Bitcoin’le sıra korelasyonunun {days:count} günü bütünüyle yenilenmiş olacak; {now:num} dolayında mı kalacağı, {before:num} doğru mu döneceği",
      (found, facts) => {
        const window = windows.find(one => facts.tie(one)?.days === found.count("days"));
        const tie = window === undefined ? undefined : facts.tie(window);
        if (!tie || window === undefined) return verdict("future", undefined);
        const to = Math.min(facts.last, facts.benchmark.last);
        return [
          verdict("future", found.day("day") === to + window, dateOf(to + window)),
          verdict("figure", agrees(found.figure("now"), tie.rho), tie.rho),
          verdict("figure", agrees(found.figure("before"), tie.before), tie.before),
        ];
      },
    ),
    reading(
      "From {day:date} on, if no day is missing, there are daily returns enough to test whether {coin} follows Bitcoin",
      "Eksik gün olmazsa {day:date} başlayarak {coin} Bitcoin’i izleyip izlemediği sınanabilir",
      (found, facts, note) => {
        const told = note.blocks
          .map(({text}) =>
            /(?:tie to the benchmark has changed: (\S+) daily returns? (?:is|are) on record and (\S+) are needed|Bağın değişip değişmediği: kayıtta (\S+) günlük getiri var, en az (\S+) gerekir)/u.exec(
              text,
            ),
          )
          .find(one => one !== null);
        const there = facts.pairsIn(facts.coin.first, facts.last).x.length;
        const ahead = found.day("day") - Math.floor(note.asOf / 86_400_000);
        const want = Number(told?.[2] ?? told?.[4]);
        return verdict(
          "future",
          Number.isFinite(want)
            ? Math.abs(ahead - (want - there)) <= 1
            : ahead > 0 && there + ahead >= needed.least && there + ahead <= needed.most,
          `${there} returns of both, ${ahead} days ahead`,
        );
      },
    ),
    reading(
      [
        "How soon volume, at {now:usd}, is back (?<way>down) at {usual:usd}, its median of a year",
        "Whether buyers return: volume is {now:usd}, its median of a year {usual:usd}",
      ],
      "Hacmin {now:usd} bir yıllık medyanı olan {usual:usd} (?<way>indiği|çıktığı) bir gün",
      (found, facts) => {
        const real = volumes(facts);
        const [now, usual] = [found.figure("now"), found.figure("usual")];
        const down = /down|indiği/.test(found.word("way"));
        return [
          verdict("comparison", down ? now.value > usual.value : now.value < usual.value),
          verdict("figure", real && agrees(now, real.now), real?.now),
          verdict("figure", real && Math.abs(usual.value / real.usual - 1) < 0.02, real?.usual),
        ];
      },
    ),
    reading(
      "How rare such a day is cannot be told: no earlier days of these coins are on record",
      "Böyle bir günün ne kadar seyrek olduğu söylenemiyor: bu coinlerin önceki günleri kayıtta yok",
      // Between closes the record has the days before; an answer has only its own.
      (_, facts) => verdict("count", facts.answered ? true : undefined),
    ),
    reading(
      "Not to be told from these data: (?<what>[^.]*)",
      "Bu verilerden çıkarılamayanlar: (?<what>[^.]*)",
      (found, facts, note) => {
        const what = found.word("what");
        const returns = facts.coin.returns(facts.coin.first, facts.last).length;
        const table = note.blocks.some(({rows}) => /^(?:By|Tarih)$/.test(rows[0]?.[0] ?? ""));
        return [
          ...(/how it moves with|birlikte hareket/.test(what)
            ? [
                verdict(
                  "verdict",
                  windows.every(one => facts.tie(one) === undefined),
                ),
              ]
            : []),
          ...(/how much it moves|ne kadar oynadığı/.test(what)
            ? [verdict("verdict", returns < 20, `${returns} daily returns`)]
            : []),
          ...(/where it could go|nereye gidebileceği/.test(what)
            ? [verdict("verdict", !table, "the note has a table of cases")]
            : []),
        ];
      },
    ),
    reading(
      "Not counted: every currency quote on record and every metal quote on record, which did not move",
      "Sayıma girmeyenler: kayıttaki bütün para birimi pariteleri ve kayıttaki bütün metal pariteleri \\(hareketsiz\\)",
      (_, facts) => {
        const [now, then] = [
          facts.market.perDollar.get(facts.last),
          facts.market.perDollar.get(facts.last - 1),
        ];
        if (facts.answered) return verdict("count", undefined);
        const moved = [...(now ?? [])].filter(([code, rate]) => (then?.get(code) ?? rate) !== rate);
        return verdict("count", moved.length === 0, moved.map(([code]) => code).join(", "));
      },
    ),
  ],
};
