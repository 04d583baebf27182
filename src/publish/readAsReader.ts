import type {Http} from "./http.ts";
import type {Reading} from "./reading.ts";
import {pictureAddresses, readingOf} from "./readingOf.ts";

const atOnce = 4;

/** A post as its reader gets it, without a key; its pictures are loaded. */
export async function readAsReader(http: Http, address: string, lead?: string): Promise<Reading> {
  const {status, html, address: base} = await http.page(address);
  if (status !== 200)
    return {title: `(${status} at ${address})`, text: [], tables: [], pictures: [], links: []};
  const loaded = new Set<string>();
  const left = pictureAddresses(html, base);
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop())
      if (await http.loads(one)) loaded.add(one);
  };
  await Promise.all(Array.from({length: atOnce}, next));
  const loads = (picture: string) => loaded.has(picture);
  return readingOf(html, {base, loads, ...(lead !== undefined && {lead})});
}
