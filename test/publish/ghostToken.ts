import {createHmac} from "node:crypto";

/** A token of Ghost's Admin API, for tests that act as an editor there. */
export function ghostToken(key: string): string {
  const [id = "", secret = ""] = key.split(":");
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const claims = [
    encoded({alg: "HS256", typ: "JWT", kid: id}),
    encoded({iat, exp: iat + 60, aud: "/admin/"}),
  ].join(".");
  const signature = createHmac("sha256", Buffer.from(secret, "hex")).update(claims);
  return `${claims}.${signature.digest("base64url")}`;
}
