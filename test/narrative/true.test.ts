import {describe, expect} from "vitest";
import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {DecouplingFinding, Findings} from "../../src/model/finding.ts";
import type {DailySeries} from "../../src/model/market.ts";
import {readMarket} from "../../src/sources/market.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";

/** Crashes, spikes, calm and ruin, young coins and pegged ones, over nine years. */
const asked = [
  ["LUNA", "2022-05-13"],
  ["LUNA", "2022-03-01"],
  ["FTT", "2022-11-10"],
  ["dogecoin", "2021-01-29"],
  ["cosmos", "2025-10-11"],
  ["bitcoin", "2020-03-13"],
  ["monero", "2020-03-13"],
  ["monero", "2018-09-22"],
  ["cardano", "2020-11-25"],
  ["stellar", "2024-11-25"],
  ["chainlink", "2020-08-17"],
  ["the-sandbox", "2022-04-17"],
  ["the-sandbox", "2021-08-07"],
  ["usd-coin", "2023-03-12"],
  ["usd-coin", "2024-06-01"],
  ["DAI", "2023-03-12"],
  ["tether", "2020-08-23"],
  ["sky", "2025-11-20"],
  ["lighter", "2026-01-22"],
  ["plasma", "2026-03-19"],
  ["ethereum-name-service", "2024-03-11"],
  ["aave", "2026-03-20"],
  ["RLC", "2021-11-30"],
  ["MOG", "2024-07-23"],
  ["TRADOOR", "2025-11-22"],
  ["dash", "2018-01-15"],
  ["bitcoin", "2016-06-21"],
  ["bitcoin", "2022-11-10"],
  ["ethereum", "2025-06-24"],
  ["IOST", "2022-09-27"],
  ["ethereum-name-service", "2021-12-31"],
  ["DAI", "2019-12-18"],
  ["WBTC", "2023-08-18"],
  ["STETH", "2025-04-07"],
] as const;

interface Written {
  readonly note: string;
  readonly text: string;
  readonly findings: Findings;
  readonly closes: DailySeries | undefined;
  readonly dependence: DecouplingFinding | undefined;
}

async function written(locale: string): Promise<Written[]> {
  const notes: Written[] = [];
  for (const [coin, day] of asked) {
    const asOf = `${day}T00:00:00Z`;
    const {draft, snapshot} = await draftOf({coin, data: recordedData, asOf, locale});
    expect(draft.faults, `${coin} ${day} ${locale}`).toEqual([]);
    const market = readMarket(snapshot);
    const findings = find(market, locale);
    const dependence = findings.findings.find(one => one.kind === "decoupling");
    const {close: closes} = market;
    notes.push({note: `${coin} ${day}`, text: draft.markdown, findings, closes, dependence});
  }
  return notes;
}

const words = {
  en: {
    parts: /\| What makes it \|/,
    causes: /did it: |Underneath, little has moved|(?:raises|lowers) the correlation;/,
    decoupled: /loosened from|come loose from (?!Bitcoin\?)|Decoupling, by the test/i,
    closer: /more closely than before|A closer tie|moves more closely|^## Closer/m,
    against: /move against|turned against|Against Bitcoin/,
    full: /\b270 (?:days )?before/,
    unchanged: /(?:, [−\d.]+|and the same) in the (\d+) before them/,
    later: /later record/,
    nothing: /(?<![\d.])0\.0+% for each/,
    range: /\$(\S+) to \$(\S+)/g,
    usual: /nothing out of the ordinary|the standard deviation of the \S+ days before/,
    large: /^## A large day/m,
    turned: /^## (?:Up|Down) on the day, (?:up|down) since/m,
    calm: /become calmer|Whether the calm lasts/,
    fewer: /(?:; on|\| as much on) (\S+) of the \S+ days before/,
    throughout: /Every span says the same/,
  },
  tr: {
    parts: /\| Etken \|/,
    causes:
      /tek başına getiren|tek etkenden gelmedi|Alttaki bileşenler|korelasyonu (?:yükseltti|düşürdü);/,
    decoupled: /(?:den|dan) ayrıştı|teste göre ayrışma/,
    closer: /daha yakından izliyor|Bağ sıkılaştı|daha çok birlikte/,
    against: /ters yönde/,
    full: /\b270 gün/,
    unchanged: /önceki (\d+) günde (?:de )?[−\d,]+[ ;.]/,
    later: /sonraki kayd/,
    nothing: /karşılık −?%0,0+(?!\d)/,
    range: /([\d,.]+) dolar ile ([\d,.]+) dolar/g,
    usual: /yani olağan bir hareket|günün standart sapması \S+ \|/,
    large: /^## Sert (?:yükseliş|düşüş) günü/m,
    turned: /^## .* bu yana (?:düşüş, son günde yükseliş|yükseliş, son günde düşüş)/m,
    calm: /sakinleşti|Sakinlik sürecek mi/,
    fewer: /önceki \S+ günün (\d+)\S* (?:da|de) bu kadar/,
    throughout: /Bütün süreler aynısını söylüyor/,
  },
} as const;

/** The simple returns of a day, oldest first, where the day before is on record. */
const movesOf = ({dates, values}: DailySeries): number[] =>
  dates.flatMap((day, i) =>
    i > 0 && addDays(dates[i - 1]!, 1) === day ? [values[i]! / values[i - 1]! - 1] : [],
  );

describe.each(["en", "tr"] as const)("over many coins and days, in %s,", locale => {
  const said = words[locale];
  const notes = written(locale);
  notes.catch(() => undefined);

  recordedTest(
    "no change is explained where none was found",
    async () => {
      for (const {note, text, dependence} of await notes) {
        const found = dependence !== undefined && dependence.leading.verdict !== "no-change-found";
        expect(said.causes.test(text), note).toBe(found);
        expect(said.parts.test(text), note).toBe(found);
      }
    },
    300_000,
  );

  recordedTest("words for a tie go by its figures, and not by its sign alone", async () => {
    for (const {note, text, dependence} of await notes) {
      if (!dependence) continue;
      const {leading, decoupled, movedBy, inverse} = dependence;
      const {verdict, rho} = leading;
      expect(said.decoupled.test(text), note).toBe(decoupled);
      if (said.closer.test(text))
        expect([verdict, movedBy, rho.value > 0], note).toEqual(["strengthened", "asset", true]);
      if (inverse && verdict !== "no-change-found") expect(text, note).toMatch(said.against);
      if (verdict !== "no-change-found") expect(leading.adjustedP.value).toBeLessThan(0.05);
    }
  });

  recordedTest("what was measured after the note's day is told as such", async () => {
    for (const {note, text, findings} of await notes) {
      const cases = findings.findings.find(one => one.kind === "cases");
      expect(said.later.test(text), note).toBe(cases !== undefined);
    }
  });

  recordedTest("a baseline is printed at the length that was there", async () => {
    for (const {note, text, dependence} of await notes) {
      if (!dependence) continue;
      const {windows, leading} = dependence;
      const told = said.unchanged.exec(text)?.[1];
      if (told) expect(told, note).toBe(`${leading.baselineDays.value}`);
      if (leading.verdict !== "no-change-found")
        for (const {baselineDays} of windows) expect(text, note).toContain(`${baselineDays.value}`);
      if (windows.every(({baselineDays}) => baselineDays.value !== 270))
        expect(text, note).not.toMatch(said.full);
    }
  });

  recordedTest("no answer is printed as nothing, and no range begins where it ends", async () => {
    for (const {note, text} of await notes) {
      expect(text, note).not.toMatch(said.nothing);
      for (const [range, from, to] of text.matchAll(said.range))
        expect(from, `${note}: ${range}`).not.toBe(to);
    }
  });

  recordedTest("a day is common, usual, large or calm by the days before it", async () => {
    const judged = new Set<string>();
    for (const {note, text, findings, closes} of await notes) {
      const risk = findings.findings.find(one => one.kind === "risk");
      const moves = closes ? movesOf(closes).map(Math.abs) : [];
      const today = moves.at(-1)!;
      const year = moves.slice(-366, -1);
      const larger = year.filter(move => move > today).length;
      if (said.usual.test(text)) {
        judged.add("usual");
        expect(text, note).not.toMatch(said.large);
      }
      if (said.turned.test(text)) judged.add("turned");
      if ((risk?.day?.deviations.value ?? 0) >= 2) {
        judged.add("stormy");
        expect(text, note).not.toMatch(said.calm);
      }
      const counted = said.fewer.exec(text);
      if (counted) {
        judged.add("fewer");
        expect(counted.slice(1), note).toContain(`${larger}`);
      }
    }
    expect([...judged].toSorted()).toEqual(["fewer", "stormy", "turned", "usual"]);
  });

  recordedTest("no sentence stands twice in a note", async () => {
    for (const {note, text} of await notes) {
      const prose = text
        .replace(/^---\n[\s\S]*?\n---\n/, "")
        .split("\n")
        .filter(line => !/^(?:\||!\[|\*(?:Source|Kaynak)|>)/.test(line))
        .join("\n");
      const sentences = prose
        .split(/(?<=[.?!;])\s+|\n+/)
        .map(one => one.replace(/^[#*\s-]+|[*\s.;]+$/g, ""))
        .filter(one => one.length > 20);
      expect(
        sentences.filter((one, i) => sentences.indexOf(one) !== i),
        note,
      ).toEqual([]);
    }
  });

  recordedTest("what is said of all windows holds in the digits they are shown in", async () => {
    for (const {note, text, dependence} of await notes) {
      if (!dependence || !said.throughout.test(text)) continue;
      const sides = dependence.windows.map(({rho, baselineRho}) =>
        Math.sign(Number(rho.value.toFixed(2)) - Number(baselineRho.value.toFixed(2))),
      );
      expect(Math.abs(sides.reduce((a, b) => a + b)), note).toBe(sides.length);
    }
  });

  recordedTest("under every title stands what it means", async () => {
    for (const {note, text} of await notes) expect(text, note).toMatch(/^# .+\n\n\*[^*\n]+\*$/m);
  });
});
