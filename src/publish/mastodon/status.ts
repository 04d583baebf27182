import {createHash} from "node:crypto";
import {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import {parsePage} from "../dom.ts";
import type {Release} from "../release.ts";
import {graphemes, homeAddress, type Room, teaserOf} from "../teaser.ts";

/** What we read of a status. */
export const statusSchema = z.object({
  id: z.string(),
  url: z.string().nullable(),
  uri: z.string(),
  content: z.string(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  application: z.object({name: z.string()}).nullish(),
});
export type Status = Readonly<z.output<typeof statusSchema>>;

export const instanceSchema = z.object({
  version: z.string(),
  configuration: z.object({
    statuses: z.object({
      max_characters: z.int().positive(),
      characters_reserved_per_url: z.int().positive(),
    }),
    media_attachments: z.object({
      image_size_limit: z.int().positive(),
      description_limit: z.int().positive().default(1500),
    }),
  }),
});
export type Instance = Readonly<z.output<typeof instanceSchema>>;

/** Each address counts the same, however long it is. */
export const roomOf = ({configuration: {statuses}}: Instance): Room => ({
  most: statuses.max_characters,
  count: text => {
    const links = text.match(/https?:\/\/\S+/g) ?? [];
    return (
      graphemes(text.replace(/https?:\/\/\S+/g, "")) +
      links.length * statuses.characters_reserved_per_url
    );
  },
});

/** The text of a status. A name with @ in it would call somebody: what is not seen keeps it apart. */
export function textOf(release: Release, instance: Instance, label: string): string {
  const address = homeAddress(release, label);
  const teaser = teaserOf(release, address, roomOf(instance));
  const words = teaser.slice(0, teaser.length - address.length);
  return words.replace(/@(?=[\p{L}\p{N}_])/gu, "@\u200b") + address;
}

/** Whether a status leads to the address. */
export function leadsTo({content}: Pick<Status, "content">, address: string): boolean {
  const links = [...parsePage(content).querySelectorAll("a[href]")];
  return links.some(link => sameAddress(link.getAttribute("href") ?? "", address));
}

const sameAddress = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;

/**
 * A status holds no mark of ours: it is told by its words which release it is the teaser of.
 *
 * @param wanted what the release's teaser says
 */
export function receiptOf(
  status: Status,
  text: string,
  {digest, wanted}: {readonly digest: string; readonly wanted: string},
  receipt: Receipt | undefined,
): Receipt {
  const known = text === receipt?.stored ? receipt.digest : undefined;
  return {
    id: status.id,
    address: status.url ?? status.uri,
    digest: text === wanted ? digest : (known ?? createHash("sha256").update(text).digest("hex")),
    stamp: status.edited_at ?? status.created_at,
    stored: text,
  };
}
