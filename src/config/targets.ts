import {z} from "zod";
import {flavours} from "../model/form.ts";
import {defaultLocale, locales} from "../model/locale.ts";
import {path, variable} from "./fields.ts";

// What a configuration says of where notes are published.

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, {error: `one of ${values.join(", ")}`});
const words = z.string({error: "some words"}).trim().min(1, {error: "some words"});
const address = z
  .url({protocol: /^https?$/, error: "a web address"})
  .refine(address => !/[?#]/.test(address), {error: "an address without ? and #"})
  .transform(address => address.replace(/\/+$/, ""));
const mail = z.email({error: "a mail address"});

const common = {
  zone: z
    .string({error: "a zone such as Europe/Istanbul"})
    .optional()
    .describe("Of an hour that is given without one, by its IANA name; UTC without it"),
  home: z
    .string({error: "the name of a target"})
    .optional()
    .describe(
      "The target where notes stand first: it is published before this one, which names its address as canonical, or links to it",
    ),
};

export const targetSchemas = {
  ghost: z.strictObject({
    kind: z.literal("ghost"),
    url: address,
    keyFrom: variable.describe("Holds an Admin API key, id:secret, of a custom integration"),
    ...common,
  }),
  wordpress: z.strictObject({
    kind: z.literal("wordpress"),
    url: address,
    user: words,
    passwordFrom: variable.describe("Holds an application password of the user"),
    ...common,
  }),
  dev: z.strictObject({
    kind: z.literal("dev"),
    url: address.default("https://dev.to"),
    keyFrom: variable,
    ...common,
  }),
  site: z.strictObject({
    kind: z.literal("site"),
    out: path,
    url: address.optional().describe("Where the folder is served; `site` of the house without it"),
    locale: z
      .enum(locales, {error: `one of ${locales.join(", ")}`})
      .default(defaultLocale)
      .describe("The language of the front page"),
    templates: path
      .optional()
      .describe("A folder of templates and styles in place of ours, as in templates/site"),
    ...common,
  }),
  files: z.strictObject({
    kind: z.literal("files"),
    flavour: oneOf(flavours),
    out: path.describe("The folder of the generator's posts, such as ../blog/content/notes"),
    url: address.optional().describe("Where readers find that folder"),
    git: z
      .union(
        [
          z.boolean(),
          z.strictObject({
            push: z.boolean({error: "true or false"}).default(true),
            name: words.default("Assay").describe("Author of the commits"),
            email: mail.default("assay@localhost.invalid"),
          }),
        ],
        {error: "true, false, or {push, name, email}"},
      )
      .optional()
      .describe("Commits what it writes, and pushes it"),
    ...common,
  }),
  mail: z.strictObject({
    kind: z.literal("mail"),
    smtpFrom: variable.describe("Holds the address of the server, smtps://user:password@host"),
    from: mail,
    to: z.array(mail, {error: "a list of mail addresses"}).optional(),
    list: path.optional().describe("A file with one address a line"),
    unsubscribe: z
      .url({
        protocol: /^(?:https|mailto)$/,
        error: "an address that begins with https:// or mailto:",
      })
      .optional()
      .describe("Where receivers take themselves off the list; it is said in each mail"),
    ...common,
  }),
  buttondown: z.strictObject({
    kind: z.literal("buttondown"),
    url: address.default("https://api.buttondown.com"),
    keyFrom: variable,
    ...common,
  }),
  webhook: z.strictObject({
    kind: z.literal("webhook"),
    url: address,
    secretFrom: variable,
    ...common,
  }),
  bluesky: z.strictObject({
    kind: z.literal("bluesky"),
    url: address.default("https://bsky.social"),
    handle: words,
    passwordFrom: variable.describe("Holds an app password"),
    ...common,
  }),
  mastodon: z.strictObject({
    kind: z.literal("mastodon"),
    url: address,
    tokenFrom: variable,
    ...common,
  }),
} as const;

export const targetSchema = z.discriminatedUnion(
  "kind",
  [
    targetSchemas.ghost,
    targetSchemas.wordpress,
    targetSchemas.dev,
    targetSchemas.site,
    targetSchemas.files,
    targetSchemas.mail,
    targetSchemas.buttondown,
    targetSchemas.webhook,
    targetSchemas.bluesky,
    targetSchemas.mastodon,
  ],
  {error: `one of ${Object.keys(targetSchemas).join(", ")}`},
);

/** What the configuration says of a target, by its kind. */
export type TargetSettings = {
  readonly [Kind in keyof typeof targetSchemas]: Readonly<z.output<(typeof targetSchemas)[Kind]>>;
};
export type TargetConfig = Readonly<z.output<typeof targetSchema>>;
