import {type Judge, reading, verdict} from "../judge.ts";
import {dateOf, msPerDay} from "../market.ts";
import {agrees} from "../printed.ts";

/** Days ahead of which a note may speak: the cases'. */
const horizons = [30, 90, 365];

/** Until when the record of the method's ranges goes, by the notes' own word. */
const recordEnd = Date.UTC(2026, 6, 21);

export const record: Judge = {
  subject: "the record",
  readings: [
    reading(
      "\\b{day:date}(?<= \\d{4})",
      "(?<![\\d.,]){day:date}(?<=\\d{4}(?:’\\p{L}+)?)",
      (found, facts, note) => {
        const day = found.day("day");
        const today = Math.floor(note.asOf / msPerDay);
        if (day <= today) return [];
        // What is to be watched for has a reading of its own.
        if (
          /will all be new ones|yenilenmiş olacak|enough to test|sınanabilir/.test(found.block.text)
        )
          return [];
        const ahead = day - Math.floor(facts.at / msPerDay);
        return verdict(
          "future",
          horizons.includes(ahead) ||
            /later record|sonraki kayd|was not known|bilinmiyordu/.test(found.block.text),
          `${ahead} days after the note`,
        );
      },
    ),
    reading(
      [
        "its closes begin on {day:date}, (?:too late for a pattern to show|and so few days show no pattern)",
        "The first close of {coin} on record is that of {day:date}",
        "kapanışlar {day:date} günü başlıyor",
      ],
      [
        "kapanışlar {day:date} günü başlıyor",
        "{coin} kayıtlardaki ilk kapanışı {day:date} tarihli",
      ],
      (found, facts) =>
        facts.coin.doubtful(facts.coin.first, facts.last)
          ? verdict("since", undefined)
          : verdict("since", found.day("day") === facts.coin.first, dateOf(facts.coin.first)),
    ),
    reading(
      [
        "(?:Closes|Daily closes(?: and volume)?) to {day:date}",
        "Daily log returns to {day:date}",
        "what rests on closes, to that of {day:date}",
        "Windows end on {day:date} at the latest",
      ],
      [
        "(?:Kapanışlar|Günlük kapanışlar(?: ve işlem hacmi)?) {day:date} tarihine kadar",
        "{day:date} tarihine kadar günlük logaritmik getiriler",
        "Kapanışlara dayanan sütunlar {day:date} kapanışına kadardır",
        "Pencereler en geç {day:date} bitiyor",
      ],
      (found, facts) =>
        verdict(
          "span",
          [facts.last, Math.min(facts.last, facts.benchmark.last)].includes(found.day("day")),
          dateOf(facts.last),
        ),
    ),
    reading(
      [
        "the next {days:count} days simulated by Assay from the price of {day:date}, [\\d:]+ UTC",
        "change over (?:the|a) day by quote, as of {day:date}, [\\d:]+ UTC",
      ],
      [
        "{day:date}, [\\d.:]+ UTC fiyatından başlayan, {days:count} günlük Assay simülasyonu",
        "paritelere göre günlük değişim; {day:date}, [\\d.:]+ UTC itibarıyla",
      ],
      (found, facts) => [
        verdict(
          "span",
          found.day("day") === Math.floor(facts.at / msPerDay),
          dateOf(Math.floor(facts.at / msPerDay)),
        ),
        ...(found.has("days") ? [verdict("future", horizons.includes(found.count("days")))] : []),
      ],
    ),
    reading(
      "(?<!earlier )recorded data as they stood on {day:date}",
      "{day:date}, [\\d.]+ UTC itibarıyla kayıtlı verilerden",
      (found, _, note) =>
        verdict(
          "span",
          found.day("day") === Math.floor(note.asOf / msPerDay),
          dateOf(Math.floor(note.asOf / msPerDay)),
        ),
    ),
    reading(
      "Turnover: the record has no current volume and market cap for {coin}",
      "Hacmin piyasa değerine oranı: {coin} için güncel işlem hacmi ile piyasa değeri kayıtta birlikte yok",
      (_, facts) => {
        const known = facts.market.activity.get(facts.symbol)?.get(facts.last);
        return verdict(
          "count",
          facts.quote === undefined && !(known && known.cap > 0),
          "both are known",
        );
      },
    ),
    reading(
      "Base ranges made so have held {held:pcts} of what came",
      "Bu yolla kurulan temel aralıklar .*?kapsadı",
      ({block}, _, note) =>
        verdict(
          "future",
          note.asOf >= recordEnd ||
            /later record|sonraki kayd|was not known|bilinmiyordu|known then|o gün bilinen/.test(
              block.text,
            ),
          "the record goes on to 21 July 2026",
        ),
    ),
    reading(
      "Changes from the end of {from:date} to the end of {to:date}",
      "Değişimler {from:date} gün sonundan {to:date} gün sonuna kadardır",
      (found, facts) =>
        verdict(
          "span",
          found.day("to") === facts.last && found.day("from") === facts.last - 1,
          dateOf(facts.last),
        ),
    ),
    reading(
      "(?:{count:count} daily returns? (?:is|are) on record|these data hold (?<none>none)|These data hold (?<none>none))",
      "(?:kayıtta {count:count} günlük getiri var|Bu verilerde (?<none>yok))",
      (found, facts) => {
        const all = facts.coin.returns(facts.coin.first, facts.last).length;
        if (facts.coin.doubtful(facts.coin.first + 1, facts.last))
          return verdict("count", undefined);
        const shown = found.has("none") ? 0 : found.count("count");
        const paired = facts.pairsIn(facts.coin.first, facts.last).x.length;
        return verdict(
          "count",
          shown === all || (!found.has("none") && shown === paired),
          `${all} daily returns`,
        );
      },
    ),
    reading(
      "Daily closes of {coin} from {from:date} to {to:date}: (?<way>lower|higher) at the end",
      "{coin} {from:date} – {to:date} günlük kapanışları: sonda baştakinden (?<way>düşük|yüksek)",
      (found, facts) => {
        const [from, to] = [facts.coin.at(found.day("from")), facts.coin.at(found.day("to"))];
        if (from === undefined || to === undefined)
          return verdict("direction", false, "no such close");
        return verdict(
          "direction",
          /lower|düşük/.test(found.word("way")) ? to < from : to > from,
          `${from} to ${to}`,
        );
      },
    ),
    reading(
      "last value {now:num}, baseline {before:num}",
      "son değer {now:num}, karşılaştırma dönemi {before:num}",
      (found, facts) => {
        const tie = facts.tie(60);
        if (!tie) return verdict("figure", undefined);
        return [
          verdict("figure", agrees(found.figure("now"), tie.rho), tie.rho),
          verdict("figure", agrees(found.figure("before"), tie.before), tie.before),
        ];
      },
    ),
    reading(
      "· prices (?<which>are closes of the days they name|at that time unless said otherwise)",
      "· (?:fiyatlar, adı geçen günlerin (?<which>kapanışlarıdır)|aksi belirtilmedikçe fiyatlar (?<which>bu ana aittir))",
      (found, facts) =>
        verdict("verdict", /closes|kapanış/.test(found.word("which")) === !facts.answered),
    ),
    reading(
      "no daily volume is on record for these days",
      "Bu günler için günlük hacim kaydı yok",
      (_, facts, note) => {
        const symbol = facts.market.assets.find(({id}) => id === note.coin)?.symbol ?? "";
        const days = facts.market.activity.get(symbol);
        const known = Array.from({length: 90}, (_, i) => facts.last - i).filter(day =>
          days?.has(day),
        );
        return verdict("count", known.length === 0, `${known.length} of the last 90 days`);
      },
    ),
  ],
};
