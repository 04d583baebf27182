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
      [
        "(?<what>{coin}’s own daily swings), those that Bitcoin does not explain, (?<verb>grew|shrank) from {from:val} to {to:val}",
        "(?<what>Bitcoin’s own daily swings) (?<verb>grew|shrank) from {from:val} to {to:val}",
        "its (?<what>answer) to a move of 1% in Bitcoin (?<verb>rose|fell) from {from:val} to {to:val}",
      ],
      [
        "(?<what>Bitcoin’le açıklanmayan günlük dalgalanması) {from:val} {to:val} (?<verb>çıktı|indi)",
        "(?<what>Bitcoin’in kendi günlük dalgalanması) {from:val} {to:val} (?<verb>çıktı|indi)",
        "Bitcoin’in (?:%|yüzde )1’lik hareketine (?<what>yanıtı) {from:val} {to:val} (?<verb>çıktı|indi)",
      ],
      (found, facts) => {
        const what = found.word("what");
        const part: Part = /answer|yanıtı/.test(what)
          ? "beta"
          : /^Bitcoin’(?:s own|in kendi)/.test(what)
            ? "benchmark"
            : "own";
        const scale = part === "beta" ? 0.01 : 1;
        const ties = windows.flatMap(window => facts.tie(window) ?? []);
        if (ties.length === 0) return verdict("figure", undefined);
        const tie = ties.find(
          one =>
            agrees(found.figure("from"), scale * one.prior[part]) &&
            agrees(found.figure("to"), scale * one.now[part]),
        );
        const up = /grew|rose|çıktı/.test(found.word("verb"));
        return [
          verdict("figure", tie !== undefined, ties.map(told).join(" | ")),
          verdict("direction", tie ? tie.now[part] > tie.prior[part] === up : undefined),
        ];
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
  tables: (table, facts) => {
    const [head = [], ...rows] = table.rows;
    if (/^(?:Last|Süre)$/.test(head[0] ?? "")) return rows.flatMap(row => spanRow(row, facts));
    if (/^(?:What makes it|Etken)$/.test(head[0] ?? "")) return causeRows(rows, facts);
    return [];
  },
};

const numberIn = (cell: string) =>
  Number(
    cell
      .replace("−", "-")
      .replace(",", ".")
      .replace(/[<%\s+]/g, ""),
  );

const holdsIn = (cell: string, value: number) => {
  const step = 10 ** -(cell.split(/[.,]/)[1]?.replace(/\D/g, "").length ?? 0);
  return Math.abs(value - numberIn(cell)) <= 0.502 * step;
};

/** A span with its rank correlations, its adjusted p and its verdict. */
function spanRow(row: readonly string[], facts: Facts): (Verdict & {about: string})[] {
  const about = row.join(" | ");
  const window = Number.parseInt(row[0]!, 10);
  const tie = facts.tie(window);
  const p = facts.adjustedP(window);
  if (!tie || p === undefined) return [{...verdict("figure", undefined), about}];
  const truth = `rho ${tie.rho.toFixed(3)} after ${tie.before.toFixed(3)}, adjusted p ${p.toFixed(3)}`;
  const shown = row[3]!;
  const word = row[4] ?? "";
  const pHolds = shown.startsWith("<")
    ? p < numberIn(shown)
    : Math.abs(p - numberIn(shown)) <= 0.01;
  const loosened = Math.abs(tie.rho) < Math.abs(tie.before) && Math.sign(tie.rho * tie.before) > 0;
  const holds = /^(?:no change found|değişiklik bulunmadı)/.test(word)
    ? p >= 0.05
    : /^(?:strengthened|güçlendi)/.test(word)
      ? p < 0.05 && Math.abs(tie.rho) > Math.abs(tie.before)
      : /^(?:weakened|zayıfladı)/.test(word)
        ? p < 0.05 && loosened
        : /^(?:turned negative|eksiye döndü)/.test(word)
          ? p < 0.05 && tie.rho < 0 && tie.before > 0
          : /^(?:turned positive|artıya döndü)/.test(word)
            ? p < 0.05 && tie.rho > 0 && tie.before < 0
            : undefined;
  return [
    {...verdict("figure", holdsIn(row[1]!, tie.rho), truth), about},
    {...verdict("figure", holdsIn(row[2]!, tie.before), truth), about},
    {...verdict("figure", pHolds, truth), about},
    {...verdict("verdict", holds, truth), about},
  ];
}

/** What makes a correlation, before and now, with its part of the change: of the window whose correlations stand last. */
function causeRows(
  rows: readonly (readonly string[])[],
  facts: Facts,
): (Verdict & {about: string})[] {
  const last = rows.at(-1);
  if (!last) return [];
  const tie = windows
    .flatMap(window => facts.tie(window) ?? [])
    .find(one => holdsIn(last[1]!, one.rBefore) && holdsIn(last[2]!, one.r));
  return rows.slice(0, -1).flatMap(row => {
    const about = row.join(" | ");
    if (!tie) return [{...verdict("figure", undefined), about}];
    const part: Part = /^Answer|yanıt$/.test(row[0]!)
      ? "beta"
      : /^Bitcoin/.test(row[0]!)
        ? "benchmark"
        : "own";
    const scale = part === "beta" ? 1 : 100;
    return [
      {...verdict("figure", holdsIn(row[1]!, scale * tie.prior[part]), told(tie)), about},
      {...verdict("figure", holdsIn(row[2]!, scale * tie.now[part]), told(tie)), about},
      {...verdict("figure", holdsIn(row[3]!, tie.parts[part]), told(tie)), about},
    ];
  });
}
