import {createHash} from "node:crypto";
import slugify from "@sindresorhus/slugify";

/** Longer names are cut: file systems take no more than 255 bytes. */
const longest = 80;

/**
 * An id as part of a file name or an address. Where something of it is lost, its digest tells it
 * from others that look alike.
 *
 * @example fileSlug("bittensor") // "bittensor"
 * @example fileSlug("İğdır") // "igdir-538b06"
 */
export function fileSlug(id: string): string {
  const slug = slugify(id).slice(0, longest);
  if (slug === id) return slug;
  const digest = createHash("sha256").update(id).digest("hex").slice(0, 6);
  return slug ? `${slug}-${digest}` : digest;
}
