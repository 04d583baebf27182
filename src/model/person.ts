/**
 * What people may do, each including those before: read; order notes and write; approve and drop;
 * publish, run and pause schedules; people, tokens and settings.
 */
export const roles = ["viewer", "writer", "editor", "publisher", "owner"] as const;
export type Role = (typeof roles)[number];

/** Who asks: a person, or a program that a token was made for. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
}

/**
 * Whether a role includes another.
 *
 * @example includesRole("editor", "writer") // true
 * @example includesRole("writer", "editor") // false
 */
export const includesRole = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);
