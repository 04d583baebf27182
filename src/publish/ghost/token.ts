import {createHmac} from "node:crypto";
import {UsageError} from "../../model/errors.ts";

/** A call that was held up on the way for longer is refused when it arrives. */
const secondsValid = 120;

/**
 * Makes the token that Ghost wants of an Admin API key, `id:secret`: a JWT of its own for each call.
 *
 * @throws UsageError where the key is none
 */
export function tokenMaker(key: string, variable: string, now: () => Date): () => string {
  const [, id, secret] = /^([\da-f]{8,}):([\da-f]{32,})$/i.exec(key) ?? [];
  if (!id || !secret)
    throw new UsageError(
      `${variable} holds no Admin API key of Ghost: it is two hexadecimal numbers with a colon between, shown under Settings, Integrations`,
    );
  const head = encoded({alg: "HS256", typ: "JWT", kid: id});
  return () => {
    const iat = Math.floor(now().getTime() / 1000);
    const claims = `${head}.${encoded({iat, exp: iat + secondsValid, aud: "/admin/"})}`;
    const signature = createHmac("sha256", Buffer.from(secret, "hex")).update(claims);
    return `${claims}.${signature.digest("base64url")}`;
  };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
