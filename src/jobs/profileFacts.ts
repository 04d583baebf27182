import type {Draft} from "../model/draft.ts";
import type {ProfileFact} from "../model/market.ts";
import {parseJson} from "../model/parseJson.ts";
import {manifestSchema} from "../snapshots/folder.ts";
import {readProfile} from "../sources/profile.ts";
import type {Blobs} from "../store/blobs/blobs.ts";

/**
 * The facts of the coin's profile that the draft could use, as they were gathered for it.
 *
 * @throws StoreDamaged where the profile's blob is missing or was changed
 */
export async function profileFacts(
  blobs: Blobs,
  {manifest}: Pick<Draft, "manifest">,
): Promise<readonly ProfileFact[]> {
  const {answers, ...context} = manifestSchema.parse(
    parseJson(manifest, "the manifest of a draft"),
  );
  const found = answers.find(({source}) => source === "profile");
  if (!found) return [];
  const body = await blobs.get(found.sha256);
  return readProfile({...found, body}, context).profile?.facts ?? [];
}
