import {z} from "zod";
import type {Http} from "../http.ts";

const termSchema = z.object({id: z.int(), name: z.string()});
const existsSchema = z.object({
  code: z.literal("term_exists"),
  data: z.object({term_id: z.int()}),
});

/** The numbers of tags by their names; those that are not there yet are made. */
export async function tagIds(http: Http, names: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) ids.push(await tagId(http, name));
  return ids;
}

/** Made twice, it is told that it exists, and which it is. */
async function tagId(http: Http, name: string): Promise<number> {
  const term = await http.call({
    step: `take the tag ${name}`,
    method: "POST",
    path: "/tags",
    body: {name},
    schema: z.union([termSchema, existsSchema]),
    also: [400],
  });
  return "id" in term ? term.id : term.data.term_id;
}
