import {type Evidence, evidenceSchema, type Statement} from "../../src/model/evidence.ts";
import type {FigureName, Unit} from "../../src/model/figure.ts";
import {ofBenchmark, recent, sector, since, state} from "../../src/model/figureNames.ts";

type Given = readonly [id: string, value: number, unit: Unit, asOf?: string];

/** Of figures that notes have, what they are; any other is the asset's. */
const known = new Map<string, FigureName>(
  [state, ofBenchmark, recent, since, sector]
    .flatMap(group => Object.values(group))
    .flatMap(name => ("id" in name ? [[name.id, name]] : [])),
);

export const asOf = "2026-03-20T02:00:00Z";

/** Evidence with these figures and statements, and nothing else. */
export function evidenceWith(
  figures: readonly Given[],
  statements: readonly Statement[] = [],
  locale = "en",
): Evidence {
  const pieces = statements.flat();
  const printed = (id: string) =>
    pieces.flatMap(piece =>
      typeof piece === "object" && "figure" in piece && piece.figure === id ? [piece.print] : [],
    );
  return evidenceSchema.parse({
    schema: "assay/evidence@1",
    note: {
      id: "2026-03-20-bittensor",
      title: "Bittensor",
      asset: "bittensor",
      symbol: "TAO",
      name: "Bittensor",
      asOf,
      locale,
      template: "coin-note",
      paper: "A4",
      style: "0".repeat(64),
      generator: "assay 0.1.0",
    },
    snapshot: {sha256: "0".repeat(64), files: []},
    figures: figures.map(([id, value, unit, at = asOf]) => ({
      id,
      value,
      of: "asset",
      ...known.get(id),
      unit,
      asOf: at,
      origin: {formula: "given", inputs: []},
      printed: printed(id),
    })),
    statements,
    authorship: {
      unchanged: "No person has changed this note.",
      changed: "A person has changed this note.",
      faulty: "A person has changed this note; the check finds {count} faults.",
      same: "The same program makes the same note.",
      former: "The same program makes the note as it was.",
    },
    dates: pieces.flatMap(piece =>
      typeof piece === "object" && "date" in piece
        ? [{date: piece.date, printed: [piece.print]}]
        : [],
    ),
    series: [],
    findings: [],
    exclusions: [],
    abstentions: [],
    leftOut: [],
    cases: [],
  });
}
