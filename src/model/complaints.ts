import {z} from "zod";
import {nearest} from "./nearest.ts";

/**
 * What is wrong in a sentence for each field: where, which value, and what would be right. The schema
 * gives, as the error of each field, what it must be: "a path".
 */
export function complaintsOf(
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssue,
  value: unknown,
): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(key => {
      const known = keysAt(schema, issue.path, value);
      const [near] = nearest(key, known, one => [one], 1);
      const field = [...issue.path, key].join(".");
      return `there is no field ${field}; ${near ? `did you mean ${near}? ` : ""}there are ${known.join(", ")}`;
    });
  if (issue.code === "invalid_union") {
    // Of the ways that there are the one that was meant: what it has is right as a whole, and wrong inside.
    const meant = issue.errors.find(one =>
      one.every(({code, path}) => path.length > 0 || code === "unrecognized_keys"),
    );
    if (meant)
      return meant.flatMap(one =>
        complaintsOf(schema, {...one, path: [...issue.path, ...one.path]}, value),
      );
  }
  if (issue.path.length === 0)
    return [`it gives ${JSON.stringify(value) ?? typeof value}, and an object is needed`];
  if (issue.code === "invalid_key")
    return [
      `there can be no ${issue.path.join(".")}: its name must be ${issue.issues[0]?.message}`,
    ];
  return [complaint(issue.path, value, `it must be ${issue.message}${guess(issue, value)}`)];
}

/** A question, where one of the few values that can be is near to what was written. */
function guess(issue: z.core.$ZodIssue, value: unknown): string {
  const written = at(value, issue.path);
  if (issue.code !== "invalid_value" || typeof written !== "string") return "";
  const [near] = nearest(written, issue.values.map(String), one => [one], 1);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

const at = (value: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );

/** One sentence on the value of a field. */
export function complaint(path: readonly PropertyKey[], value: unknown, says: string): string {
  const found = at(value, path);
  if (found === undefined) return `${path.join(".")} is missing: ${says}`;
  const text = JSON.stringify(found) ?? String(found);
  return `${path.join(".")} is ${text.length > 80 ? `${text.slice(0, 77)}…` : text}: ${says}`;
}

function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return keysAt(schema.unwrap(), path, value);
  const [first, ...rest] = path;
  const inner = first === undefined ? value : at(value, [first]);
  if (schema instanceof z.ZodArray)
    return first === undefined ? [] : keysAt(schema.element, rest, inner);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest, inner);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const {discriminator} = schema.def;
    const kind = at(value, [discriminator]);
    return schema.options
      .filter(
        one => one instanceof z.ZodObject && one.shape[discriminator]?.safeParse(kind).success,
      )
      .flatMap(one => keysAt(one, path, value));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(one => keysAt(one, path, value));
  if (!(schema instanceof z.ZodObject)) return [];
  return first === undefined
    ? Object.keys(schema.shape).filter(key => key !== "$schema")
    : keysAt(schema.shape[String(first)], rest, inner);
}
