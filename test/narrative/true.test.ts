import {describe, expect} from "vitest";
import {find} from "../../src/findings/find.ts";
import type {DecouplingFinding, Findings} from "../../src/model/finding.ts";
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
] as const;

interface Written {
  readonly note: string;
  readonly text: string;
  readonly findings: Findings;
  readonly dependence: DecouplingFinding | undefined;
}

async function written(locale: string): Promise<Written[]> {
  const notes: Written[] = [];
  for (const [coin, day] of asked) {
    const asOf = `${day}T00:00:00Z`;
    const {draft, snapshot} = await draftOf({coin, data: recordedData, asOf, locale});
    expect(draft.faults, `${coin} ${day} ${locale}`).toEqual([]);
    const findings = find(readMarket(snapshot), locale);
    const dependence = findings.findings.find(one => one.kind === "decoupling");
    notes.push({note: `${coin} ${day}`, text: draft.markdown, findings, dependence});
  }
  return notes;
}

const words = {
  en: {
    parts: /from own vol\./,
    causes: /can be told apart|Underneath, little has moved/,
    decoupled: /loosened from|come loose from (?!Bitcoin\?)|Decoupling, by the test/i,
    closer: /follows more closely|A closer tie|moves more closely/,
    against: /move against|turned against|Against Bitcoin/,
    full: /\b270 days before/,
    later: /later record/,
    nothing: /(?<![\d.])0\.0+% for each/,
    range: /\$(\S+) to \$(\S+)/g,
  },
  tr: {
    parts: /kendi oynaklığından \|/,
    causes: /bileşenleri hesaplanabiliyor|Alttaki bileşenler/,
    decoupled: /(?:den|dan) ayrıştı|teste göre ayrışma/,
    closer: /yakından izliyor|Bağ sıkılaştı/,
    against: /ters yönde/,
    full: /\b270 gün/,
    later: /sonraki kayd/,
    nothing: /karşılık −?%0,0+(?!\d)/,
    range: /([\d,.]+) dolar ile ([\d,.]+) dolar/g,
  },
} as const;

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
    120_000,
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
      const {windows} = dependence;
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
});
