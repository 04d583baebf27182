import {z} from "@hono/zod-openapi";
import {roles} from "../../model/person.ts";

// What goes in and out over HTTP of people, their sessions, and tokens.

const instant = z.iso.datetime();
const role = z.enum(roles);
const email = z
  .email({error: "must be a mail address"})
  .max(254, {error: "must be a mail address"})
  .toLowerCase();
/** Passwords as they come: their rules hold where one is chosen. */
const password = z.string({error: "must be a password"}).min(1).max(1000);
const secret = z
  .string()
  .regex(/^[\w-]{43}$/, {error: "must be what stands in the link after #"})
  .openapi({description: "What stands in the link after #"});
const name = z
  .string({error: "must be a name"})
  .trim()
  .normalize("NFC")
  .min(1, {error: "must not be empty"})
  .max(60, {error: "must have at most 60 characters"})
  .openapi({description: "As the ledger will have it; nobody else's, and no token's"});

export const signInSchema = z.strictObject({email, password}).openapi("SignIn");
export const welcomeSchema = z.strictObject({secret, name, email, password}).openapi("Welcome");
export const resetSchema = z.strictObject({secret, password}).openapi("Reset");
export const acceptSchema = z
  .strictObject({secret, name, email, password})
  .openapi("Accept", {description: "`email` is that of the invitation where it names one"});
export type Newcomer = Readonly<z.output<typeof acceptSchema>>;

export const sessionSchema = z
  .object({
    name: z.string(),
    role,
    email: z.string().optional().openapi({description: "Of a person"}),
    by: z.enum(["session", "token"]).openapi({description: "What lets them in"}),
    solo: z.boolean().openapi({description: "One person writes and approves here"}),
    password: z.boolean().openapi({description: "Whether they have one here"}),
  })
  .openapi("Session");
export type Session = Readonly<z.output<typeof sessionSchema>>;

export const waysSchema = z
  .object({
    oidc: z.boolean().openapi({description: "Whether a provider of identities lets people in"}),
    owner: z.boolean().openapi({
      description: "Whether there is one: otherwise the link that the desk printed makes one",
    }),
    demo: z.boolean().openapi({
      description: "Whether it is there to be tried: the link that it prints at each start lets in",
    }),
  })
  .openapi("Ways");
export type Ways = Readonly<z.output<typeof waysSchema>>;

export const sessionsSchema = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        browser: z.string().openapi({description: "As it names itself"}),
        address: z.string(),
        since: instant,
        lastSeen: instant.openapi({description: "To the minute"}),
        current: z.boolean(),
      }),
    ),
  })
  .openapi("Sessions");
export type Sessions = Readonly<z.output<typeof sessionsSchema>>;

export const passwordChangeSchema = z
  .strictObject({current: password, next: password})
  .openapi("PasswordChange");

export const inviteSchema = z.strictObject({role, email: email.optional()}).openapi("Invite");
export type Invite = Readonly<z.output<typeof inviteSchema>>;

export const invitedSchema = z
  .object({
    id: z.string(),
    link: z.string().openapi({description: "Shown this once"}),
    expiresAt: instant,
  })
  .openapi("Invited");
export type Invited = Readonly<z.output<typeof invitedSchema>>;

export const invitationsSchema = z
  .object({
    invitations: z.array(
      z.object({
        id: z.string(),
        role,
        email: z.string().optional(),
        by: z.string(),
        createdAt: instant,
        expiresAt: instant,
        usedBy: z.string().optional().openapi({description: "Who came in by it"}),
        state: z.enum(["open", "used", "withdrawn", "expired"]),
      }),
    ),
  })
  .openapi("Invitations");
export type Invitations = Readonly<z.output<typeof invitationsSchema>>;

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    disabled: z.boolean(),
    createdAt: instant,
  })
  .openapi("Person");
export type PersonSummary = Readonly<z.output<typeof personSchema>>;
export const peopleSchema = z.object({people: z.array(personSchema)}).openapi("People");
export const writersSchema = z
  .object({people: z.array(personSchema.pick({name: true, role: true}))})
  .openapi("Writers");
export type Writer = Readonly<z.output<typeof writersSchema>["people"][number]>;
export const personChangeSchema = z
  .strictObject({role: role.optional(), disabled: z.boolean().optional()})
  .refine(change => change.role !== undefined || change.disabled !== undefined, {
    error: "must say role, disabled or both",
  })
  .openapi("PersonChange");
export type PersonChange = Readonly<z.output<typeof personChangeSchema>>;

export const tokenRequestSchema = z
  .strictObject({
    name: z.string({error: "must be a name"}).max(60, {error: "must have at most 60 characters"}),
    role,
    expiresAt: z.iso.datetime({offset: true}).optional(),
  })
  .openapi("TokenRequest");
export type TokenRequest = Readonly<z.output<typeof tokenRequestSchema>>;
export const tokenMadeSchema = z
  .object({token: z.string().openapi({description: "Shown this once"})})
  .openapi("TokenMade");
export const tokensSchema = z
  .object({
    tokens: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role,
        createdAt: instant,
        lastUsedAt: instant.optional(),
        expiresAt: instant.optional(),
        revokedAt: instant.optional(),
      }),
    ),
  })
  .openapi("Tokens");
export type Tokens = Readonly<z.output<typeof tokensSchema>>;
