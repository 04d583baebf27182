import {z} from "zod";
import {roles} from "../model/person.ts";
import {duration, path, variable} from "./fields.ts";

// What a configuration says of where the desk stands and how people come in.

const day = 86_400_000;

export const deskConfigSchema = z
  .strictObject({
    url: z
      .url({protocol: /^https?$/, error: "an address such as https://desk.example"})
      .optional()
      .describe("As --url"),
    trustProxy: z
      .array(z.string({error: "an address or a network"}), {
        error: 'a list, such as ["10.0.0.1"]',
      })
      .default([])
      .describe("As --trust-proxy"),
    tls: z.strictObject({key: path, cert: path}).optional().describe("As --tls-key and --tls-cert"),
    session: z
      .strictObject({
        idle: duration
          .refine(ms => ms >= 5 * 60_000 && ms <= 30 * day, {error: "from 5m to 30d"})
          .prefault("12h")
          .describe("A session that is not used for so long ends"),
        absolute: duration
          .refine(ms => ms >= 3_600_000 && ms <= 90 * day, {error: "from 1h to 90d"})
          .prefault("7d")
          .describe("However much it is used, it ends after so long"),
      })
      .prefault({}),
    secretFrom: variable
      .optional()
      .describe("Holds what sessions are signed with; a file in the store's folder without it"),
    oidc: z
      .strictObject({
        issuer: z.url({protocol: /^https?$/, error: "the address of a provider of identities"}),
        clientId: z.string({error: "an id"}).min(1, {error: "an id"}),
        secretFrom: variable.describe("Holds the secret that the provider gave"),
        domains: z
          .record(
            z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, {error: "a domain such as example.org"}),
            z.enum(roles, {error: `one of ${roles.join(", ")}`}),
          )
          .default({})
          .describe("Roles of those who come uninvited, by the domain of their address"),
      })
      .optional()
      .describe("A provider of identities (OpenID Connect) that people may come in by"),
  })
  .prefault({})
  .describe("Where the desk stands, and how people come in");

export type DeskConfig = Readonly<z.output<typeof deskConfigSchema>>;
