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

/** They stand in the ledger as who did a thing; these are the program's own. */
const ownNames: readonly string[] = ["assay", "planner", "worker", "machine"];

/**
 * What is wrong with a token's name, as what is to be given instead; undefined where nothing is.
 *
 * @example tokenNameFault("ci") // undefined
 * @example tokenNameFault("two words") // "give up to 60 letters, digits, dots, hyphens and @, such as ci or ayse@example.org, and none of assay, planner, worker, machine"
 */
export const tokenNameFault = (name: string): string | undefined =>
  /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u.test(name) && !isOwn(name)
    ? undefined
    : `give up to 60 letters, digits, dots, hyphens and @, such as ci or ayse@example.org, and none of ${ownNames.join(", ")}`;

/**
 * The same of a person's name, which may be of several words.
 *
 * @example personNameFault("Ayşe Yılmaz") // undefined
 * @example personNameFault("Planner") // "give up to 60 letters, digits, dots, hyphens, apostrophes and single spaces, such as Ayşe Yılmaz, and none of assay, planner, worker, machine"
 */
export const personNameFault = (name: string): string | undefined =>
  name.length <= 60 &&
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@'’-]*( [\p{L}\p{M}\p{N}._@'’-]+)*$/u.test(name) &&
  !isOwn(name)
    ? undefined
    : `give up to 60 letters, digits, dots, hyphens, apostrophes and single spaces, such as Ayşe Yılmaz, and none of ${ownNames.join(", ")}`;

const isOwn = (name: string) => ownNames.includes(name.toLowerCase());

/** A role of a newer program may do here what everybody may. */
export const roleOf = (text: string): Role => roles.find(role => role === text) ?? "viewer";
