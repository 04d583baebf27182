import {z} from "zod";
import {TargetRefused, TargetUnavailable} from "../../model/errors.ts";
import {type Call, type HttpSettings, httpOf} from "../http.ts";

const sessionSchema = z.object({did: z.string(), handle: z.string(), accessJwt: z.string()});
type Session = z.output<typeof sessionSchema>;

/** An answer, or what was said of a refusal that its asker knows what to do with. */
export type Told<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly said: string};

export interface Bluesky {
  /** Whose password it is. */
  account(): Promise<{readonly did: string; readonly handle: string}>;
  /** Asks as the account; a refusal of the name given (such as `RecordNotFound`) comes back. */
  ask<T>(call: Call<T>, refusal?: string): Promise<Told<T>>;
}

/** Enters with an app password, and again when that is over: servers let in a few times an hour only. */
export function blueskyOf(
  settings: Omit<HttpSettings, "keys" | "secrets" | "base">,
  {
    url,
    handle,
    password,
  }: {readonly url: string; readonly handle: string; readonly password: string},
): Bluesky {
  const base = `${url}/xrpc`;
  let session: Promise<Session> | undefined;
  const outside = httpOf({...settings, base, keys: () => ({}), secrets: [password]});

  const enter = (): Promise<Session> => {
    session ??= outside.call({
      step: `let ${handle} in`,
      method: "POST",
      path: "/com.atproto.server.createSession",
      body: {identifier: handle, password},
      schema: sessionSchema,
    });
    session.catch(() => {
      session = undefined;
    });
    return session;
  };

  const askOnce = async <T>(call: Call<T>) => {
    const {accessJwt} = await enter();
    const keys = () => ({authorization: `Bearer ${accessJwt}`});
    const http = httpOf({...settings, base, keys, secrets: [password, accessJwt]});
    return http.ask({...call, or: [400]});
  };

  return {
    account: enter,
    async ask<T>(call: Call<T>, refusal?: string): Promise<Told<T>> {
      let answer = await askOnce(call);
      if (!answer.ok && answer.said.includes("ExpiredToken")) {
        session = undefined;
        answer = await askOnce(call);
      }
      if (answer.ok || (refusal !== undefined && answer.said.includes(refusal))) return answer;
      throw new TargetRefused(
        `${settings.label} did not ${call.step}: ${answer.said}. Mend what it says, then give the same order again`,
      );
    },
  };
}

export const changedMeanwhile = (label: string) =>
  new TargetUnavailable(
    `${label} has had the post changed while it was about to be written: it is looked at again`,
  );
