import {type DeskSettings, deskApp} from "../../src/desk/api/app.ts";
import {scrypt} from "../../src/desk/people/auth.ts";
import {ownerLink} from "../../src/desk/people/links.ts";
import {type Access, peopleServices} from "../../src/desk/people/people.ts";
import type {Role} from "../../src/model/person.ts";
import {callerOf} from "../../src/store/tokens.ts";
import {testStore} from "../store/testStore.ts";
import {here, newsroom} from "./newsroom.ts";
import {access} from "./reviewRoom.ts";

export const password = "a lamp on the quiet pier";

/** What a browser holds and sends along: its cookies, and where its pages are from. */
export interface Browser {
  readonly cookies: Map<string, string>;
  ask(path: string, asking?: Asking): Promise<Response>;
}

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A desk over a store without anybody, asked without a port; how much work passwords made is counted. */
export async function peopleRoom(
  changes: Partial<Access> = {},
  settings: Partial<DeskSettings> = {},
) {
  const place = await testStore();
  const store = await place.open();
  const {db} = store;
  const logged: unknown[] = [];
  const keep = (...line: unknown[]) => void logged.push(line);
  const log = {info: keep, warn: keep, error: keep, child: () => log};
  const work = {hash: 0, verify: 0};
  const hashing = {
    hash(text: string) {
      work.hash += 1;
      return scrypt.hash(text);
    },
    verify(pair: {hash: string; password: string}) {
      work.verify += 1;
      return scrypt.verify(pair);
    },
  };
  const origin = changes.origin ?? access.origin;
  let address = "127.0.0.1";
  const open = (more: Partial<Access> = {}) =>
    deskApp(
      {
        ...newsroom(),
        callerOf: token => callerOf(db, token),
        people: peopleServices(db, {...access, log, hashing, ...changes, ...more}),
      },
      {place: here, addressOf: () => address, log, generator: "assay 0.1.0", ...settings},
    );
  const app = open();

  /** A browser with nothing in it, or one that is asked of another desk on the same store. */
  function browser(asked = app): Browser {
    const cookies = new Map<string, string>();
    return {
      cookies,
      async ask(path, {method, body, headers} = {}) {
        const answer = await asked.request(path.startsWith("http") ? path : `${origin}${path}`, {
          method: method ?? (body === undefined ? "GET" : "POST"),
          headers: {
            "sec-fetch-site": "same-origin",
            "user-agent": "Test/1",
            ...(cookies.size > 0 && {
              cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
            }),
            ...(body !== undefined && {"content-type": "application/json"}),
            ...headers,
          },
          ...(body !== undefined && {body: JSON.stringify(body)}),
        });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
          else cookies.set(name, value);
        }
        return answer;
      },
    };
  }

  /** A browser of the first owner, who has just come in. */
  async function owner(): Promise<Browser> {
    const link = await ownerLink(db, origin, "test");
    const one = browser();
    const body = {secret: secretOf(link), name: "Olga", email: "olga@example.org", password};
    const answer = await one.ask("/api/welcome", {body});
    if (answer.status !== 204) throw new Error(await answer.text());
    return one;
  }

  /** A browser of somebody whom the owner invited. */
  async function joined(by: Browser, name: string, role: Role): Promise<Browser> {
    const email = `${name.toLowerCase()}@example.org`;
    const invited = await by.ask("/api/invitations", {body: {role, email}});
    const {link} = (await invited.json()) as {link: string};
    const one = browser();
    const body = {secret: secretOf(link), name, email, password};
    const answer = await one.ask("/api/invitations/accept", {body});
    if (answer.status !== 204) throw new Error(await answer.text());
    return one;
  }

  return {
    store,
    db,
    app,
    open,
    work,
    logged,
    browser,
    owner,
    joined,
    from(other: string) {
      address = other;
    },
    async close() {
      await store.close();
      await place.remove();
    },
  };
}
export type PeopleRoom = Awaited<ReturnType<typeof peopleRoom>>;

export const secretOf = (link = "") => link.slice(link.indexOf("#") + 1);
