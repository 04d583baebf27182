import {describe, expect, test} from "vitest";
import {NothingToSay} from "../src/model/errors.ts";
import {evidenceSchema} from "../src/model/evidence.ts";
import type {Note} from "../src/report.ts";
import {recordedData, recordedTest} from "./recorded.ts";
import {walk} from "./walk.ts";

/** The walk with a clock of its own, no network and no printer. */
const write = (coin: string, data: string, asOf: string): Promise<Note> => walk({coin, data, asOf});

const figure = ({draft: {evidence}}: Note, id: string) =>
  evidence.figures.find(one => one.id === id)?.value ?? Number.NaN;
const markdown = ({files}: Note) => String(files.get("note.md"));
const recorded = (coin: string, asOf = "2026-03-20T02:00:00Z") => write(coin, recordedData, asOf);

describe("Bittensor on 20 March 2026", () => {
  recordedTest("has its change in all 63 quotes, each with the quote's own move", async () => {
    const note = await recorded("bittensor");
    const ids = note.draft.evidence.figures.map(({id}) => id);
    const changes = ids.filter(id => /^change24h\.[a-z]+$/.test(id));
    expect(changes).toHaveLength(63);
    for (const id of changes.filter(id => id !== "change24h.usd"))
      expect(ids).toContain(id.replace("change24h", "ownMove24h"));
  });

  recordedTest("leaves out exactly the rouble and EOS, and says so", async () => {
    const note = await recorded("bittensor");
    const legs = note.draft.evidence.exclusions.filter(({figure: id}) =>
      id.startsWith("change24h."),
    );
    expect(legs.map(one => one.figure).sort()).toEqual(["change24h.eos", "change24h.rub"]);
    expect(markdown(note)).toMatch(
      /Two quotes are left out of the medians as outliers by the rule of the method: EOS/,
    );
  });

  recordedTest("says of the dependence on Bitcoin what the data say", async () => {
    const note = await recorded("bittensor");
    expect(figure(note, "decoupling.60d.spearman")).toBeCloseTo(0.775, 3);
    expect(figure(note, "decoupling.60d.baseline.spearman")).toBeCloseTo(0.658, 3);
    expect(figure(note, "decoupling.60d.p")).toBeCloseTo(0.128, 3);
    const verdicts = note.draft.evidence.findings.filter(one => one.kind === "decoupling");
    expect(verdicts).toMatchObject([
      {window: 30, verdict: "no-change-found", leading: false, decoupled: false},
      {window: 60, verdict: "no-change-found", leading: true, decoupled: false},
      {window: 90, verdict: "no-change-found", leading: false, decoupled: false},
    ]);
    expect(markdown(note)).not.toMatch(/has (?:decoupled|come loose)/);
  });

  recordedTest("splits the change of correlation into parts that add up to it", async () => {
    const note = await recorded("bittensor");
    for (const window of [30, 60, 90]) {
      const at = (id: string) => figure(note, `decoupling.${window}d.${id}`);
      const parts = at("cause.beta") + at("cause.benchmarkVolatility") + at("cause.ownVolatility");
      expect(parts).toBeCloseTo(at("pearson") - at("baseline.pearson"), 12);
    }
  });

  recordedTest("leaves out the first print that is 700 times off, and says so", async () => {
    const note = await recorded("bittensor");
    expect(note.draft.evidence.exclusions).toContainEqual(
      expect.objectContaining({figure: "close.bittensor.2023-03-05", rule: "first-print"}),
    );
    expect(figure(note, "drawdown.max")).toBeCloseTo(0.801, 3);
  });
});

recordedTest(
  "an asset without a row of its own gets the quotes' moves from another's",
  async () => {
    const note = await recorded("ethereum");
    const changes = note.draft.evidence.figures.filter(({id}) => /^change24h\.[a-z]+$/.test(id));
    expect(changes).toHaveLength(63);
    expect(figure(note, "ownMove24h.eur")).toBeCloseTo(
      figure(await recorded("bittensor"), "ownMove24h.eur"),
      3,
    );
  },
);

recordedTest("the benchmark is not measured against itself", async () => {
  const note = await recorded("bitcoin");
  expect(note.draft.evidence.abstentions).toContainEqual({
    about: "decoupling",
    reason: "is-benchmark",
  });
});

recordedTest("before any data, and long after them, nothing is said", async () => {
  await expect(recorded("bittensor", "2020-01-01T00:00:00Z")).rejects.toThrow(NothingToSay);
  await expect(recorded("bittensor", "2026-06-01T00:00:00Z")).rejects.toThrow(
    /last close on record is that of 2026-03-18/,
  );
});

const samples = [
  ["bittensor", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "samples/simulated", "2025-07-02T00:00:00Z"],
] as const;

describe.each([
  ...samples.map(sample => [test, ...sample] as const),
  ...["bittensor", "ethereum", "bitcoin", "solana", "kaspa", "aave", "dogecoin", "near"].map(
    coin => [recordedTest, coin, recordedData, "2026-03-20T02:00:00Z"] as const,
  ),
  [recordedTest, "ethereum", recordedData, "2025-06-11T12:00:00Z"] as const,
])("the note (%#) on", (on, coin, data, asOf) => {
  on(`${coin}: evidence keeps its contract, and every input of a figure is in it`, async () => {
    const {evidence} = (await write(coin, data, asOf)).draft;
    expect(evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
    const known = new Set([...evidence.figures, ...evidence.series].map(({id}) => id));
    const inputs = evidence.figures.flatMap(({origin}) =>
      "inputs" in origin ? origin.inputs : [],
    );
    expect(inputs.filter(id => !known.has(id))).toEqual([]);
    const files = new Set(evidence.snapshot.files.map(({path}) => path));
    const read = evidence.figures.flatMap(({origin}) => ("file" in origin ? [origin.file] : []));
    expect(read.filter(file => !files.has(file))).toEqual([]);
  });

  on(`${coin}: every number of the text is in the evidence`, async () => {
    expect(unbound(await write(coin, data, asOf))).toEqual([]);
  });
});

/** Runs of digits in the note that no figure, date, name or formula of the evidence accounts for. */
function unbound(note: Note): string[] {
  const {evidence} = note.draft;
  const prints = [...evidence.figures, ...evidence.dates].flatMap(one => one.printed);
  const origins = evidence.figures.flatMap(({id, origin}) =>
    "formula" in origin
      ? [id, origin.formula]
      : "file" in origin
        ? [id, origin.file, origin.pointer]
        : [id],
  );
  const names = [
    evidence.note.name,
    evidence.note.symbol,
    evidence.snapshot.sha256,
    evidence.note.generator,
    ...evidence.series.map(({source}) => source),
    ...evidence.statements
      .flat()
      .flatMap(piece =>
        typeof piece === "object" && "cited" in piece
          ? [piece.cited.replace(/\.$/, ""), piece.source]
          : typeof piece === "object" && "name" in piece
            ? [piece.name]
            : [],
      ),
  ];
  const accounted = [...new Set([...origins, ...names, ...prints])]
    .filter(text => /\d/.test(text))
    .sort((a, b) => b.length - a.length);
  const body = markdown(note)
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .split("\n")
    .filter(line => !line.startsWith(">"))
    .map(line =>
      line
        .replace(/^\*\*Exhibit \d+\./, "")
        .replaceAll("\\", "")
        .replace(/\]\(http[^)]*\)/g, "]"),
    );
  return body.flatMap(line => {
    const rest = accounted.reduce((text, known) => text.replace(whole(known), "·"), line);
    return /\d/.test(rest) ? [rest] : [];
  });
}

/** The words where they stand as a whole: "2" does not account for the 2 of "256". */
function whole(words: string): RegExp {
  const escaped = RegExp.escape(words);
  return new RegExp(`(?<![\\d.,]\\d*)${escaped}(?!\\d|[.,]\\d)`, "g");
}
