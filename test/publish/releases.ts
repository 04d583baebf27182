import {createHash, randomUUID} from "node:crypto";
import {resolve} from "node:path";
import type {z} from "zod";
import {plainHouse} from "../../src/model/house.ts";
import type {Receipt} from "../../src/model/publication.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Journal, PastStep, Target} from "../../src/publish/target.ts";
import {aboutOf} from "../../src/render/about.ts";
import {walk} from "../walk.ts";

const samples = resolve(import.meta.dirname, "../../samples");

/** Notes of the samples: a long one with five charts, and a short one without any, in two languages. */
export const sampleNotes = {
  tessilith: {coin: "tessilith", folder: "simulated", asOf: "2025-07-02T00:00:00Z", locale: "en"},
  bittensor: {coin: "bittensor", folder: "bittensor", asOf: "2026-03-21T21:07:00Z", locale: "en"},
  bittensorTr: {coin: "bittensor", folder: "bittensor", asOf: "2026-03-21T21:07:00Z", locale: "tr"},
} as const;
export type SampleNote = keyof typeof sampleNotes;

/** The charts of the note on Tessilith, each wide and for a phone. */
export const tessilithDrawings = [
  "dependence",
  "price-and-volume",
  "quotes",
  "peers",
  "cases",
].flatMap(name => [`charts/${name}.svg`, `charts/${name}-narrow.svg`]);

const made = new Map<SampleNote, Promise<Release>>();

/** A sample note as it leaves the house: its first version. */
export function releaseOf(note: SampleNote): Promise<Release> {
  const release = made.get(note) ?? press(note);
  made.set(note, release);
  return release;
}

async function press(note: SampleNote): Promise<Release> {
  const {folder, ...wish} = sampleNotes[note];
  const {draft, text, files} = await walk({...wish, data: `${samples}/${folder}`});
  const bytes = [...files].map(
    ([path, content]) =>
      [path, typeof content === "string" ? Buffer.from(content) : content] as const,
  );
  const about = aboutOf(draft, text);
  return dated({
    id: about.id,
    version: 1,
    kind: "note",
    digest: "",
    about,
    house: plainHouse,
    draft,
    text,
    files: new Map<string, Uint8Array>([...bytes, ["note.pdf", smallPdf]]),
    publishedAt: "",
    updatedAt: "",
    corrections: [],
  });
}

/** With other words, another id or a correction, and a digest that says so. */
export function variant(release: Release, changes: Partial<Release>): Release {
  const changed = {...release, ...changes};
  const about = {...aboutOf(changed.draft, changed.text), ...changes.about, id: changed.id};
  return dated({...changed, about});
}

/** The same note under an id that no other test has. */
export const anew = (release: Release, changes: Partial<Release> = {}): Release =>
  variant(release, {id: `${release.id}-${randomUUID().slice(0, 8)}`, ...changes});

function dated(release: Release): Release {
  const {draft: _, files: __, ...told} = release;
  const digest = createHash("sha256")
    .update(JSON.stringify({...told, digest: ""}))
    .digest("hex");
  const at = new Date(Math.floor(Date.now() / 1000 - 60) * 1000).toISOString();
  return {...release, digest, publishedAt: release.publishedAt || at, updatedAt: at};
}

/** One empty page. */
const smallPdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/**
 * A journal that lasts as long as the test: what a store keeps across attempts. One of another order
 * knows what was done under the one before.
 */
export function memoryJournal(
  before: readonly PastStep[] = [],
): Journal & {readonly steps: ReadonlyMap<string, unknown>} {
  const [steps, begun] = [new Map<string, unknown>(), new Set<string>()];
  return {
    steps,
    hold: async () => {},
    past: async () => [
      ...before.map(one => ({...one, isNow: false})),
      ...[...begun].map(step => ({
        step,
        isNow: true,
        isArrived: false,
        ...(steps.has(step) && {result: steps.get(step)}),
      })),
    ],
    async once<T>(step: string, schema: z.ZodType<T>, act: (begunBefore: boolean) => Promise<T>) {
      if (steps.has(step)) return schema.parse(steps.get(step));
      const begunBefore = begun.has(step);
      begun.add(step);
      const result = await act(begunBefore);
      steps.set(step, result);
      return result;
    },
  };
}

/** A post that stands, as what was changed in it is shown beside what would be put over it. */
export const beside = async (target: Target, release: Release, receipt: Receipt) => ({
  stored: withoutPlaces(receipt.stored),
  composed: withoutPlaces(await target.compose(release, {state: "ours", receipt, shown: true})),
});

/** Where a blog puts a picture or a file is known once it is there. */
const withoutPlaces = (text: string) =>
  text.replace(
    /(?:src|href)="[^"]*\/(?:content|wp-content)\/[^"]*"|"https?:[^"]*\/(?:content|wp-content)\/[^"]*"/g,
    "(a file)",
  );

/** As the engine does it, without a store: look, then put over what is ours or absent. */
export async function publish(
  target: Target,
  release: Release,
  {receipt, journal = memoryJournal()}: {receipt?: Receipt; journal?: Journal} = {},
): Promise<Receipt> {
  const standing = await target.look(release, receipt);
  if (standing.state === "foreign") throw new Error(`foreign: ${standing.title}`);
  if (standing.state === "ours" && standing.shown && standing.receipt.digest === release.digest)
    return standing.receipt;
  return target.put(release, standing, journal);
}
