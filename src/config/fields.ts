import {z} from "zod";
import {byteSizePattern, readByteSize} from "../model/byteSize.ts";
import {durationPattern, readDuration} from "../model/duration.ts";

// Kinds of values that stand in several parts of a configuration.

/** In milliseconds once it is read. */
export const duration = z
  .string({error: "a duration such as 10m, 2h or 1d"})
  .regex(durationPattern, {error: "a duration such as 10m, 2h or 1d"})
  .transform(readDuration);

/** In bytes once it is read. */
export const byteSize = z
  .string({error: "a size such as 500MB or 2GB"})
  .regex(byteSizePattern, {error: "a size such as 500MB or 2GB"})
  .transform(readByteSize);

/** Names what holds a secret, and is none. */
export const variable = z
  .string({error: "the name of an environment variable"})
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    error: "the name of an environment variable, and not what it holds",
  });

export const path = z.string({error: "a path"}).min(1, {error: "a path"});
