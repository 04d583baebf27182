import {randomUUID} from "node:crypto";
import {type BetterAuthOptions, betterAuth} from "better-auth";
import {APIError} from "better-auth/api";
import {hashPassword, verifyPassword} from "better-auth/crypto";
import {genericOAuth} from "better-auth/plugins";
import type {Kysely} from "kysely";
import type {Log} from "../../model/log.ts";
import {longestPassword, shortestPassword} from "../../model/password.ts";
import type {Role} from "../../model/person.ts";
import {append} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";
import {joinByProvider} from "./joining.ts";

/** A provider of identities (OpenID Connect) that people may come in by. */
export interface Oidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whose addresses end so may come in uninvited, with that role. */
  readonly domains: Readonly<Record<string, Role>>;
}

/** Ways of keeping passwords. */
export interface Hashing {
  hash(password: string): Promise<string>;
  verify(pair: {readonly hash: string; readonly password: string}): Promise<boolean>;
}

export interface AuthWish {
  readonly db: Kysely<Tables>;
  readonly secret: string;
  /** Where people find the desk, such as `https://desk.example`. */
  readonly origin: string;
  /** A session that is not used for so long ends. */
  readonly idleMs: number;
  readonly oidc?: Oidc | undefined;
  readonly log: Log;
  readonly hashing?: Hashing;
}

export const scrypt: Hashing = {hash: hashPassword, verify: verifyPassword};

/** The header by which better-auth is told the address of whoever comes. */
export const addressHeader = "x-assay-address";
export const oidcProvider = "oidc";

const stamps = {createdAt: "created_at", updatedAt: "updated_at"} as const;

/**
 * better-auth over our tables: hashes of passwords, sessions and their cookies, and what goes on
 * with a provider of identities. It is asked by routes of ours and never by the page.
 */
export function authOptions(wish: AuthWish) {
  const {db, secret, origin, idleMs, oidc, log, hashing = scrypt} = wish;
  const secure = origin.startsWith("https:");
  return {
    appName: "Assay",
    baseURL: origin,
    basePath: "/api/session",
    secret,
    database: {db, type: "postgres"},
    trustedOrigins: [origin],
    user: {
      modelName: "people",
      fields: {emailVerified: "email_verified", ...stamps},
      additionalFields: {
        // It is asked for before joining.ts has said it; the column has none without.
        role: {type: "string", input: false, required: false},
        disabledAt: {type: "date", input: false, required: false, fieldName: "disabled_at"},
      },
    },
    session: {
      modelName: "sessions",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...stamps,
      },
      expiresIn: idleMs / 1000,
      updateAge: Math.min(60, idleMs / 1000),
    },
    account: {
      modelName: "accounts",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "user_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...stamps,
      },
      updateAccountOnSignIn: false,
    },
    verification: {
      modelName: "verifications",
      fields: {expiresAt: "expires_at", ...stamps},
      storeIdentifier: "hashed",
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      // In units of UTF-16: the door has counted characters.
      maxPasswordLength: 2 * longestPassword,
      password: hashing,
    },
    // Ours counts by account as well.
    rateLimit: {enabled: false},
    telemetry: {enabled: false},
    logger: {
      level: "warn",
      log: (level, message) =>
        level === "error"
          ? log.warn({says: message}, "better-auth")
          : log.info({says: message}, "better-auth"),
    },
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      // The prefix __Host- is ours to write, and says more than __Secure-.
      useSecureCookies: false,
      defaultCookieAttributes: {httpOnly: true, sameSite: "lax", path: "/", secure},
      database: {generateId: () => randomUUID()},
      ipAddress: {ipAddressHeaders: [addressHeader]},
    },
    plugins: oidc ? [providerOf(oidc)] : [],
    databaseHooks: {
      user: {
        create: {
          before: async user => ({data: await joinByProvider(db, user, oidc?.domains ?? {})}),
        },
      },
      account: {
        create: {
          // Nothing here asks the provider for more: its tokens would only lie about.
          before: async account => ({
            data: {...account, accessToken: null, refreshToken: null, idToken: null},
          }),
        },
      },
      session: {
        create: {
          async before({userId}) {
            const person = await nameOf(db, userId);
            if (!person || person.disabled_at)
              throw new APIError("FORBIDDEN", {code: "disabled", message: "disabled"});
          },
          async after({id, userId}) {
            const person = await nameOf(db, userId);
            await db
              .transaction()
              .execute(transaction =>
                append(transaction, [
                  {actor: person?.name ?? userId, kind: "session.began", subject: id},
                ]),
              );
          },
        },
      },
    },
  } satisfies BetterAuthOptions;
}

export const openAuth = (wish: AuthWish) => betterAuth(authOptions(wish));
export type Auth = ReturnType<typeof openAuth>;

/** A cookie of this name is taken from this host alone, over TLS, and by no page of a neighbour. */
const cookiePrefix = (secure: boolean) => (secure ? "__Host-assay" : "assay");
export const sessionCookie = (origin: string): string =>
  `${cookiePrefix(origin.startsWith("https:"))}.session_token`;

const providerOf = ({issuer, clientId, clientSecret}: Oidc) =>
  genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        requireEmailVerification: true,
      },
    ],
  });

const nameOf = (db: Kysely<Tables>, id: string) =>
  db.selectFrom("people").select(["name", "disabled_at"]).where("id", "=", id).executeTakeFirst();
