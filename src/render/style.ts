import {createHash} from "node:crypto";
import type {House} from "../model/house.ts";
import {includes} from "./layout.ts";
import {pageFiles, type Templates, templateOf} from "./templates.ts";

/**
 * SHA-256 over all that gives a note its form: the house and every template and style that the note
 * is laid out by. A template that it does not use changes nothing.
 */
export function styleDigest(house: House, template: string, templates: Templates): string {
  const file = templateOf(templates, template);
  const partials = includes(file, templates).map(name => `${name}.md.hbs`);
  const names = [`${template}.md.hbs`, ...partials, ...pageFiles];
  const texts = names.map(name => [name, templates.get(name)?.text]);
  return createHash("sha256")
    .update(JSON.stringify([sorted(house), texts]))
    .digest("hex");
}

/** The order in which a configuration names its fields says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}
