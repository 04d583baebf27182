import {once} from "node:events";
import type {Server} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import Provider from "oidc-provider";

/** Whom the provider knows, by the login that they type. */
export interface Account {
  readonly email: string;
  readonly name: string;
  readonly verified: boolean;
}

export const clientId = "assay";
export const clientSecret = "a secret that the provider gave";

/** A provider of identities on this machine, with its own pages for signing in and consent. */
export async function startOidcServer(
  accounts: ReadonlyMap<string, Account>,
  redirectUri: string,
): Promise<AsyncDisposable & {readonly issuer: string; readonly asked: URL[]}> {
  const asked: URL[] = [];
  let handle: (...args: Parameters<ReturnType<Provider["callback"]>>) => unknown = () => {};
  const server: Server = createServer((request, response) => {
    asked.push(new URL(request.url ?? "", "http://localhost"));
    handle(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    pkce: {required: () => true},
    claims: {openid: ["sub"], email: ["email", "email_verified"], profile: ["name"]},
    cookies: {keys: ["a key of the test"]},
    findAccount: (_, sub) => {
      const account = accounts.get(sub);
      return (
        account && {
          accountId: sub,
          claims: () => ({
            sub,
            email: account.email,
            email_verified: account.verified,
            name: account.name,
          }),
        }
      );
    },
  });
  handle = provider.callback();
  return {
    issuer,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Goes from page to page of the provider as a person's browser does; where it sends them in the end. */
export async function signInThere(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const issuer = new URL(start).origin;
  let address = start;
  let form: string | undefined;
  for (let hop = 0; hop < 20; hop++) {
    const answer = await fetch(address, {
      redirect: "manual",
      headers: {cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")},
      ...(form !== undefined && {method: "POST", body: new URLSearchParams(form)}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = answer.headers.get("location");
    const page = await answer.text();
    if (location !== null) {
      const next = new URL(location, address);
      if (next.origin !== issuer) return next;
      address = next.href;
      continue;
    }
    const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ""] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (!action) throw new Error(`no form: ${page}`);
    address = new URL(action, address).href;
    form = prompt === "login" ? `prompt=login&login=${login}&password=x` : "prompt=consent";
  }
  throw new Error("it went round in circles");
}
