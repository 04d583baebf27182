import {type Facts, type Tie, windows} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {agrees} from "../printed.ts";
import type {Ingredients} from "../statistics.ts";

type Part = keyof Ingredients;

/** The windows of which the paragraph may tell: those with the linear correlations it begins with. */
function tiesOf({block: {text}}: Found, facts: Facts): Tie[] {
  const shown =
    /linear correlation[^.]*?from ([−\d.]+\d) to ([−\d.]+\d)|[Dd]oğrusal korelasyon[^.]*?([−\d,]+)(?:’\p{L}+)? ([−\d,]+)’\p{L}+ geldi/u.exec(
      text,
    );
  if (!shown) return [];
  const number = (one: string) => Number(one.replace("−", "-").replace(",", "."));
  const [from, to] = [number((shown[1] ?? shown[3])!), number((shown[2] ?? shown[4])!)];
  return windows
    .flatMap(window => facts.tie(window) ?? [])
    .filter(tie => Math.abs(tie.rBefore - from) < 0.0051 && Math.abs(tie.r - to) < 0.0051);
}

const partOf = (what: string): Part =>
  /beta/i.test(what) ? "beta" : /Bitcoin/.test(what) ? "benchmark" : "own";

/** No more than this of a correlation hardly matters; as much as this is still unchanged. */
const little = 0.03;
const same = 0.05;

const told = ({r, rBefore, parts, prior, now}: Tie) =>
  `r ${rBefore.toFixed(2)} to ${r.toFixed(2)}, from beta ${parts.beta.toFixed(2)} (${prior.beta.toFixed(2)} to ${now.beta.toFixed(2)}), Bitcoin’s volatility ${parts.benchmark.toFixed(2)}, own ${parts.own.toFixed(2)}`;

const whole =
  (holds: (tie: Tie) => boolean) =>
  (found: Found, facts: Facts): Verdict => {
    const ties = tiesOf(found, facts);
    const tie = ties.find(holds) ?? ties[0];
    return tie ? verdict("verdict", holds(tie), told(tie)) : verdict("verdict", undefined);
  };

const most =
  (part: Part, way: 1 | -1) =>
  ({parts, r, rBefore}: Tie) =>
    Math.sign(r - rBefore) === way && parts[part] / (r - rBefore) > 0.5;

const alike = (a: number, b: number, share: number) =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

export const causes: Judge = {
  subject: "what moved the correlation",
  readings: [
    reading(
      [
        "(?<what>Bitcoin’s own volatility|[Bb]eta|[Tt]he noise that is {coin}’s own), (?:from {from:val} to {to:val}|unchanged at {at:val})(?: a day)?(?:, (?<does>ties it closer|loosens the tie))? \\({part:val}\\)",
      ],
      [
        "(?<what>Bitcoin’in günlük oynaklığı|[Bb]eta|{coin} özgü günlük gürültü) (?:{from:val} {to:val} (?:çıktı|indi)|{at:val} kaldı)(?: ve| ve bu,)? bağı (?<does>sıkılaştırdı|gevşetti) \\({part:val}\\)",
        "(?<what>Bitcoin’in günlük oynaklığı|[Bb]eta|{coin} özgü günlük gürültü) \\((?:{from:val} {to:val}|{at:val} kaldı), etkisi {part:val}\\)",
      ],
      (found, facts) => {
        const part = partOf(found.word("what"));
        const ties = tiesOf(found, facts);
        const right = (one: Tie) =>
          agrees(found.figure("part"), one.parts[part]) &&
          agrees(found.figure(found.has("at") ? "at" : "to"), one.now[part]);
        const tie = ties.find(right) ?? ties[0];
        if (!tie) return verdict("figure", undefined);
        const [from, to] = [tie.prior[part], tie.now[part]];
        const size = tie.parts[part];
        const verdicts = [verdict("figure", agrees(found.figure("part"), size), size)];
        if (found.has("at"))
          verdicts.push(
            verdict("figure", agrees(found.figure("at"), to), to),
            verdict(
              "nearness",
              alike(from, to, same),
              `${from.toPrecision(3)} to ${to.toPrecision(3)}`,
            ),
          );
        else
          verdicts.push(
            verdict("figure", agrees(found.figure("from"), from), from),
            verdict("figure", agrees(found.figure("to"), to), to),
          );
        if (found.has("does"))
          verdicts.push(
            verdict("direction", /closer|sıkı/.test(found.word("does")) === size > 0, told(tie)),
          );
        else verdicts.push(verdict("nearness", Math.abs(size) <= little, told(tie)));
        return verdicts;
      },
    ),
    reading(
      "The pieces underneath moved more than their sum",
      "Bileşenler toplamlarından çok oynadı",
      whole(({parts, r, rBefore}) =>
        Object.values(parts).some(part => Math.abs(part) > Math.abs(r - rBefore)),
      ),
    ),
    reading(
      "The linear correlation, from {from:num} to {to:num}, has hardly moved|The linear correlation, at {at:num}, has hardly moved",
      "Doğrusal korelasyon pek kıpırdamadı",
      whole(({r, rBefore}) => Math.abs(r - rBefore) <= 0.05),
    ),
    reading(
      "What moved the linear correlation from {from:num} to {to:num} can be told apart",
      "Doğrusal korelasyon {from:num} {to:num} geldi",
      whole(({r, rBefore}) => Math.abs(r - rBefore) >= 0.005),
    ),
    reading(
      "The large effects nearly cancel",
      "Büyük etkiler birbirini neredeyse götürüyor",
      whole(({parts, r, rBefore}) => {
        const all = Object.values(parts);
        return Math.abs(r - rBefore) <= 0.3 * Math.max(...all.map(Math.abs));
      }),
    ),
    reading(
      "If Bitcoin calms down and the lower beta stays, the correlation will fall",
      "Bitcoin durulur, beta da düşük kalırsa korelasyon inecektir",
      whole(({prior, now}) => now.beta < prior.beta && now.benchmark > prior.benchmark),
    ),
    reading(
      "Most of the fall comes from the coin’s weaker answer to Bitcoin",
      "Düşüşün çoğu, coinin Bitcoin’e verdiği yanıtın zayıflamasından",
      whole(tie => most("beta", -1)(tie) && Math.abs(tie.now.beta) < Math.abs(tie.prior.beta)),
    ),
    reading(
      "Most of the rise comes from the coin’s stronger answer to Bitcoin",
      "Yükselişin çoğu, coinin Bitcoin’e verdiği yanıtın güçlenmesinden",
      whole(most("beta", 1)),
    ),
    reading(
      "Most of the rise comes from Bitcoin moving more",
      "(?:Artışın|Yükselişin) çoğu,? Bitcoin’in daha çok (?:oynamasından|hareket etmesinden)",
      whole(most("benchmark", 1)),
    ),
    reading(
      "Most of the fall comes from noise of the coin’s own(?<same>: it answers Bitcoin much as before)?",
      "Düşüşün çoğu coinin kendi gürültüsünden(?<same>: Bitcoin’e yanıtı pek değişmedi)?",
      (found, facts) => {
        const [tie] = tiesOf(found, facts);
        if (!tie) return verdict("verdict", undefined);
        return [
          verdict("verdict", most("own", -1)(tie), told(tie)),
          ...(found.has("same")
            ? [verdict("nearness", alike(tie.prior.beta, tie.now.beta, 0.15), told(tie))]
            : []),
        ];
      },
    ),
    reading(
      "That Bitcoin went quiet loosens every tie to it",
      "Bitcoin durulduğu için inen bir korelasyon ayrışma değildir",
      whole(({prior, now}) => now.benchmark < 0.95 * prior.benchmark),
    ),
    reading(
      "The weaker answer to Bitcoin is what to keep an eye on; so far it is within what chance does",
      "Bitcoin’e verilen yanıtın zayıflaması; şimdilik tesadüfün sınırları içinde",
      whole(({prior, now}) => now.beta < prior.beta),
    ),
    reading(
      "Whether {coin}’s beta stays near {beta:num} when Bitcoin’s volatility returns to the {vol:pct} a day of the baseline",
      "Bitcoin’in günlük oynaklığı karşılaştırma dönemindeki {vol:pct} düzeyine indiğinde {coin} betası {beta:num} dolayında kalacak mı",
      (found, facts) => {
        const all = windows.map(window => facts.tie(window)).filter(tie => tie !== undefined);
        if (all.length === 0) return verdict("figure", undefined);
        const tie = all.find(
          one =>
            agrees(found.figure("beta"), one.now.beta) &&
            agrees(found.figure("vol"), one.prior.benchmark),
        );
        return [
          verdict("figure", tie !== undefined, all.map(told).join(" | ")),
          verdict("comparison", tie ? tie.now.benchmark > tie.prior.benchmark : undefined),
        ];
      },
    ),
  ],
  tables: (table, facts, note) => {
    const head = table.rows[0] ?? [];
    if (!/^(?:Window|Pencere)$/.test(head[0] ?? "")) return [];
    return table.rows.slice(1).flatMap(row => {
      const window = Number.parseInt(row[0]!, 10);
      const tie = facts.tie(window);
      const about = row.join(" | ");
      if (!tie) return [{...verdict("figure", undefined), about}];
      const adjusted = /^(?:adj\.|düz\.)/.test(head[3] ?? "");
      const all = [
        tie.rho,
        tie.before,
        adjusted ? facts.adjustedP(window)! : tie.p,
        tie.now.beta,
        tie.prior.beta,
        tie.parts.beta,
        tie.parts.benchmark,
        tie.parts.own,
      ];
      // Where nothing changed, no parts of a change are told.
      const real = all.slice(0, row.length - 2);
      const told_ = real.map(one => one.toFixed(3)).join(" ");
      const number = (cell: string) =>
        Number(
          cell
            .replace(/[−]/, "-")
            .replace(",", ".")
            .replace(/[<\s+]/g, ""),
        );
      const figures = real.map((one, i) => {
        const cell = row[i + 1]!;
        const step = 10 ** -(cell.split(/[.,]/)[1]?.length ?? 0);
        const holds =
          i === 2
            ? cell.startsWith("<")
              ? Math.min(one, facts.adjustedP(window)!) < number(cell)
              : [one, facts.adjustedP(window)!].some(p => Math.abs(p - number(cell)) <= 0.01)
            : Math.abs(one - number(cell)) <= 0.502 * step;
        return {...verdict("figure", holds, told_), about};
      });
      const p = facts.adjustedP(window)!;
      const word = row.at(-1)!;
      const loosened =
        Math.abs(tie.rho) < Math.abs(tie.before) && Math.sign(tie.rho * tie.before) > 0;
      const holds = /^(?:no change found|değişiklik bulunmadı)/.test(word)
        ? p >= 0.05
        : /^(?:strengthened|güçlendi|sıkılaştı)/.test(word)
          ? p < 0.05 && Math.abs(tie.rho) > Math.abs(tie.before)
          : /^(?:weakened|zayıfladı|gevşedi)/.test(word)
            ? p < 0.05 && loosened
            : undefined;
      const {language} = note;
      return [
        ...figures,
        {...verdict("verdict", holds, `${told_}, adjusted p ${p.toFixed(3)} (${language})`), about},
      ];
    });
  },
};
