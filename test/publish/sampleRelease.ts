import {createHash} from "node:crypto";
import {resolve} from "node:path";
import type {House} from "../../src/model/house.ts";
import {plainHouse} from "../../src/model/house.ts";
import type {Locale} from "../../src/model/locale.ts";
import {makeRelease, type ReleaseParts} from "../../src/publish/makeRelease.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Note} from "../../src/report.ts";
import {walk} from "../walk.ts";

const samples = resolve(import.meta.dirname, "../../samples");

/** A note on the simulated coin; its PDF is a few bytes. */
export const sampleNote = (locale: Locale = "en"): Promise<Note> =>
  walk({coin: "tessilith", data: `${samples}/simulated`, asOf: "2025-07-02T00:00:00Z", locale}, [
    "md",
    "html",
  ]);

/** The note as it leaves the house, with whatever a test wants otherwise. */
export function releaseOf({draft, text, files}: Note, other: Partial<ReleaseParts> = {}): Release {
  const bytes = new Map(
    [...files].map(([path, content]) => [path, Buffer.from(content)] as const),
  ).set("note.pdf", Buffer.from("%PDF-1.7\n%%EOF\n"));
  const house: House = {...plainHouse, name: "Assay"};
  const parts = {
    id: draft.evidence.note.id,
    version: 1,
    kind: "note" as const,
    house,
    draft,
    text,
    files: bytes,
    corrections: [],
    publishedAt: "2025-07-02T06:00:00.000Z",
    updatedAt: "2025-07-02T06:00:00.000Z",
    ...other,
  };
  const digest = createHash("sha256")
    .update(JSON.stringify([parts.version, parts.kind, parts.text]))
    .digest("hex");
  return makeRelease({digest, ...parts});
}
