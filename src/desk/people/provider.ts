import {isAPIError} from "better-auth/api";
import type {Redirection, Visit} from "../api/peopleServices.ts";
import {Problem} from "../api/problem.ts";
import {type Auth, oidcProvider} from "./auth.ts";
import {authHeaders} from "./sessions.ts";

/** Where the page says what went wrong: `?error=` has the reason's code. */
const failed = "/sign-in";

/** To the provider, with PKCE, a state and a nonce of this browser's own. */
export async function leave(auth: Auth, issuer: string, visit: Visit): Promise<Redirection> {
  try {
    const {headers, response} = await auth.api.signInSocial({
      body: {
        provider: oidcProvider,
        callbackURL: "/",
        errorCallbackURL: failed,
        disableRedirect: true,
      },
      headers: authHeaders(visit),
      returnHeaders: true,
    });
    await requireIssuer(auth, issuer);
    return {location: response.url ?? failed, cookies: headers.getSetCookie()};
  } catch (error) {
    // What it offers is asked for at the start, and again where it was not to be had.
    if (!isAPIError(error)) throw error;
    throw new Problem(
      503,
      "The provider of identities cannot be reached: try again, or sign in with a password.",
      {
        headers: {"Retry-After": "30"},
      },
    );
  }
}

/** One that calls itself by another's name could pass off its people as the other's. */
async function requireIssuer(auth: Auth, issuer: string): Promise<void> {
  const {socialProviders} = await auth.$context;
  const said = socialProviders.find(({id}) => id === oidcProvider)?.issuer;
  if (said !== issuer)
    throw new Problem(
      503,
      `The provider of identities calls itself ${said ?? "nothing"}, and desk.oidc.issuer is ${issuer}: mend that in the configuration.`,
    );
}

/** Back from it, to the page or to what went wrong, and nowhere else. */
export async function arrive(
  auth: Auth,
  {
    origin,
    visit,
    search,
  }: {readonly origin: string; readonly visit: Visit; readonly search: string},
): Promise<Redirection> {
  const address = new URL(`/api/session/callback/${oidcProvider}${search}`, origin);
  const answer = await auth.handler(new Request(address, {headers: authHeaders(visit)}));
  const target = URL.parse(answer.headers.get("location") ?? failed, origin);
  const code = target?.searchParams.get("error") ?? undefined;
  const well = target?.origin === origin && target.pathname === "/" && code === undefined;
  return {
    location: well ? "/" : `${failed}?error=${encodeURIComponent(code ?? "failed")}`,
    cookies: answer.headers.getSetCookie(),
  };
}
