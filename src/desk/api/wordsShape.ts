import {z} from "@hono/zod-openapi";

/** Characters of a person that the store can keep. */
export const passage = (most: number) =>
  z
    .string({error: "must be words"})
    .max(most, {error: `must have at most ${most} characters`})
    .refine(text => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text), {
      error: "must have no control characters",
    });

/** What a person writes beside a text. */
export const words = (most: number) => passage(most).trim().min(1, {error: "must not be empty"});
