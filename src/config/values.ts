import {z} from "zod";
import {configSchema} from "./schema.ts";

/** A value of the configuration as a person would write it. */
export interface ConfigValue {
  /** Such as `alerts.lateAfter`. */
  readonly path: string;
  readonly value: unknown;
  /** Whether the file says it; a default otherwise. */
  readonly written: boolean;
}

/** What a field may hold, as JSON Schema says it. */
interface Field {
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly additionalProperties?: Field | boolean;
  readonly anyOf?: readonly Field[];
  readonly oneOf?: readonly Field[];
  readonly const?: unknown;
}

/** Every value that a configuration gives, and every default that it leaves standing. */
export function valuesOf(written: unknown): ConfigValue[] {
  const field = z.toJSONSchema(configSchema, {io: "input", unrepresentable: "any"}) as Field;
  return within(field, written, []).filter(({path}) => path !== "$schema");
}

function within(field: Field, written: unknown, path: readonly string[]): ConfigValue[] {
  const fields = fieldsIn(field, written);
  if (isRecord(written) || (written === undefined && Object.keys(fields).length > 0)) {
    const given = isRecord(written) ? written : {};
    const names = new Set([...Object.keys(fields), ...Object.keys(given)]);
    return [...names].flatMap(name => {
      const inner = fields[name] ?? othersOf(field);
      return within(inner, given[name], [...path, name]);
    });
  }
  if (written !== undefined) return [{path: path.join("."), value: written, written: true}];
  const value = field.default;
  if (value === undefined || isEmpty(value)) return [];
  return [{path: path.join("."), value, written: false}];
}

/** The fields of an object, of several kinds those of the one that it is. */
function fieldsIn(field: Field, written: unknown): Readonly<Record<string, Field>> {
  if (field.properties) return field.properties;
  const kinds = field.oneOf ?? field.anyOf ?? [];
  if (!isRecord(written)) return {};
  return kinds.find(({properties}) => properties?.kind?.const === written.kind)?.properties ?? {};
}

const othersOf = ({additionalProperties}: Field): Field =>
  typeof additionalProperties === "object" ? additionalProperties : {};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
