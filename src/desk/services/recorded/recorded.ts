import type {Kysely} from "kysely";
import {isNode, parseDocument} from "yaml";
import {loadManifest} from "../../../jobs/snapshots.ts";
import type {Blobs} from "../../../store/blobs/blobs.ts";
import type {Tables} from "../../../store/tables.ts";
import type {RecordedLine} from "../../api/recordedShapes.ts";
import type {Stretch} from "../anchor.ts";
import {isId} from "../id.ts";
import {placeInCsv} from "./csv.ts";
import {excerptAt} from "./excerpt.ts";
import {placeInJson} from "./json.ts";

export interface RecordedPlace {
  readonly id: string;
  /** Of an answer in the draft's snapshot, without its folder. */
  readonly file: string;
  readonly pointer: string;
}

/** What stands at a place of an answer that the draft rests on; undefined where there is none. */
export async function recordedLine(
  {db, blobs}: {readonly db: Kysely<Tables>; readonly blobs: Blobs},
  {id, file, pointer}: RecordedPlace,
): Promise<RecordedLine | undefined> {
  if (!isId(id)) return undefined;
  const draft = await db
    .selectFrom("drafts")
    .select("snapshot")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!draft) return undefined;
  const path = `answers/${file}`;
  const {answers} = await loadManifest(blobs, draft.snapshot);
  const answer = answers.find(one => one.path === path);
  if (!answer) return undefined;
  const text = (await blobs.get(answer.sha256)).toString("utf8");
  const place = placeIn[answer.mediaType](text, pointer);
  const {source, url, fetchedAt} = answer;
  return place && {file: path, source, url, fetchedAt, ...excerptAt(text, place)};
}

const placeIn = {
  "application/json": placeInJson,
  "text/csv": placeInCsv,
  "application/yaml": placeInYaml,
} as const satisfies Record<string, (text: string, pointer: string) => Stretch | undefined>;

function placeInYaml(text: string, pointer: string): Stretch | undefined {
  const steps = pointer.split("/").slice(1);
  const node: unknown = parseDocument(text).getIn(
    steps.map(step => (/^\d+$/.test(step) ? Number(step) : step)),
    true,
  );
  if (!isNode(node) || !node.range) return undefined;
  const [from, to] = node.range;
  return {from, to};
}
