import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {z} from "astro/zod";

const notes = defineCollection({
  loader: glob({base: "./src/content/notes", pattern: "**/*.{md,mdx}"}),
  schema: ({image}) =>
    z.object({
      title: z.string(),
      description: z.string(),
      pubDate: z.coerce.date(),
      updatedDate: z.coerce.date().optional(),
      heroImage: z.optional(image()),
      heroImageAlt: z.string().optional(),
      canonicalURL: z.string().optional(),
      lang: z.string(),
      tags: z.array(z.string()),
    }),
});

export const collections = {notes};
