import type {Facts} from "../facts.ts";
import {type Judge, reading, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import type {Block, ReadNote} from "../note.ts";
import {agrees, dayNumber, printed} from "../printed.ts";
import {median} from "../statistics.ts";
import {percent, rises} from "../words.ts";

/** Earlier days that moved at least so much one way, and what the coin did in the week after each. */
function weeksAfter(level: number, way: 1 | -1, facts: Facts) {
  const until = facts.answered ? facts.last : facts.last - 1;
  return facts.coin.days.flatMap(day => {
    const log = facts.coin.return(day);
    const [then, later] = [facts.coin.at(day), facts.coin.at(day + 7)];
    if (log === undefined || then === undefined || later === undefined || day + 7 > until)
      return [];
    const size = way * Math.expm1(log);
    return size >= level - 1e-9 ? [{day, size, after: later / then - 1}] : [];
  });
}

/** The closes that the rows of the table under a caption begin at. */
function startsOf(caption: Block, {blocks, language, asOf}: ReadNote): number[] {
  const table = blocks.slice(blocks.indexOf(caption)).find(({rows}) => rows.length > 0);
  return (table?.rows ?? []).flatMap(([, from = ""]) =>
    /\d/.test(from) ? dayNumber(from, language, Math.floor(asOf / 86_400_000)) : [],
  );
}

const untold = (facts: Facts) =>
  facts.pegged || facts.coin.doubtful(facts.coin.first + 1, facts.last);

export const spans: Judge = {
  subject: "spans side by side",
  readings: [
    reading(
      "After the {cases:count} earlier days on which {coin} (?<way>gained|lost) {level:pct} or more it was higher a week later (?:(?<none>never)|(?<once>once)|(?<twice>twice)|{higher:count} times); the median change was {median:pct}(?:\\. None of those days came near this one: their largest (?:gain|loss) was {most:pct}, on {day:date})?",
      "{coin} daha önce {cases:count} gün {level:pct} ya da daha fazla (?<way>yükselmişti|gerilemişti); bir hafta sonra bunların (?:(?<none>hiçbirinde)|{higher:count}) daha yüksekte(?:ydi| değildi), medyan değişim {median:pct}(?:\\. Hiçbiri bu güne yaklaşmıyor: en büyük (?:yükseliş|düşüş) {day:date} {most:pct})?",
      (found, facts) => {
        if (untold(facts)) return verdict("count", undefined);
        const way = rises(found.word("way").replace("yükselmişti", "yükseldi"));
        const cases = weeksAfter(found.figure("level").value, way, facts);
        const higher = cases.filter(one => one.after > 0).length;
        const shown = found.has("none")
          ? 0
          : found.has("once")
            ? 1
            : found.has("twice")
              ? 2
              : found.count("higher");
        const middle = median(cases.map(one => one.after));
        return [
          verdict("count", found.count("cases") === cases.length, cases.length),
          verdict("count", shown === higher, higher),
          verdict("figure", agrees(found.figure("median"), middle), percent(middle)),
          ...(found.has("most")
            ? [
                verdict(
                  "superlative",
                  cases.every(one => one.size <= found.figure("most").value + 0.0006) &&
                    cases.some(one => one.day === found.day("day")),
                  dateOf(found.day("day")),
                ),
              ]
            : []),
        ];
      },
    ),
    reading(
      "{coin} (?:ends at the (?<end>highest|lowest) close shown|stands (?<side>above|below) its close of {day:date}|: the last step is the largest of those shown)",
      "{coin}(?: görünen en (?<end>yüksek|düşük) kapanışta|: görünen adımların en büyüğü sonuncusu| {day:date} kapanışının (?<side>üzerinde|altında))$",
      (found, facts) => {
        const last = facts.coin.at(facts.last);
        const shown = facts.coin.between(facts.last - 89, facts.last);
        if (last === undefined) return verdict("direction", undefined);
        if (found.has("side")) {
          const then = facts.coin.at(found.day("day"));
          const above = /above|üzerinde/.test(found.word("side"));
          return verdict(
            "direction",
            then === undefined ? undefined : above ? last >= then : last < then,
            then,
          );
        }
        if (found.has("end")) {
          const high = /highest|yüksek/.test(found.word("end"));
          return verdict(
            "superlative",
            shown.every(({close}) => (high ? close <= last : close >= last)),
            last,
          );
        }
        const steps = shown
          .slice(1)
          .map(({close}, i) => Math.abs(Math.log(close / shown[i]!.close)));
        return verdict(
          "superlative",
          steps.every(one => one <= steps.at(-1)!),
          steps.at(-1),
        );
      },
    ),
    reading(
      "{coin} is (?<where>ahead of|behind|up|down)(?: Bitcoin)? over (?:every span|(?<some>some) spans and (?:behind|down) over others)$",
      [
        "{coin} her dönemde (?:Bitcoin’in )?(?<where>önünde|gerisinde|yükselişte|düşüşte)$",
        "{coin} (?<some>kimi) dönemde (?:Bitcoin’in )?(?<where>önünde|yükselişte), kimi(?:nde|sinde| dönemde) (?:gerisinde|düşüşte)$",
      ],
      (found, facts, note) => {
        const where = found.word("where");
        const starts = startsOf(found.block, note).concat(
          [30, 90, 365].map(days => facts.dayBefore(days)),
        );
        const pairs = starts.flatMap(day => {
          const own = facts.since(day);
          const other = /up|down|yükselişte|düşüşte/.test(where) ? 0 : facts.benchmarkSince(day);
          return own === undefined || other === undefined ? [] : [own - other];
        });
        const up = /ahead|up|önünde|yükselişte/.test(where);
        return verdict(
          "comparison",
          found.has("some")
            ? pairs.some(gap => gap > 0) && pairs.some(gap => gap < 0)
            : pairs.every(gap => (up ? gap > 0 : gap < 0)),
          pairs.map(percent).join(", "),
        );
      },
    ),
  ],
  tables: (table, facts, note) => {
    const head = table.rows[0] ?? [];
    if (!/^(?:Since the close of|Başlangıç kapanışı)$/.test(head[1] ?? "")) return [];
    const until = Math.floor(note.asOf / 86_400_000);
    const rows = table.rows.slice(1).filter(([, from]) => /\d/.test(from ?? ""));
    return rows.flatMap(row => {
      const day = dayNumber(row[1]!, note.language, until);
      const real = [facts.since(day), facts.benchmarkSince(day)];
      return row.slice(2).flatMap((cell, i) => {
        if (cell === "–") return [];
        const own = real[i];
        return {
          ...verdict(
            "span",
            own === undefined ? undefined : agrees(printed(cell, note.language), own),
            own === undefined ? "" : `${percent(own)} since the close of ${dateOf(day)}`,
          ),
          about: row.join(" | "),
        };
      });
    });
  },
};
