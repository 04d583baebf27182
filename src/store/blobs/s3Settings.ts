import {UsageError} from "../../model/errors.ts";

/** How to reach a bucket. The keys are for its server alone. */
export interface S3Settings {
  /** With the bucket as the last part of its path. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Before the name of each blob: empty, or ends with a slash. */
  readonly prefix: string;
  /** The place, for people. */
  readonly where: string;
}

/**
 * Reads `s3://bucket/prefix`, and from the environment what the AWS tools read there: the address
 * of the server (Amazon's own where none is given), region and keys.
 *
 * @throws UsageError when something is missing or malformed; no key is in the message
 */
export function s3Settings(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): S3Settings {
  const {bucket, prefix} = readAddress(url);
  const server = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || (server && "us-east-1");
  if (!region)
    throw new UsageError(
      `blobs in ${url} need AWS_REGION, or AWS_ENDPOINT_URL_S3 for a server other than Amazon's: set it`,
    );
  const origin = readServer(server || `https://s3.${region}.amazonaws.com`);
  if (env.AWS_SESSION_TOKEN)
    throw new UsageError(
      "AWS_SESSION_TOKEN is set, and keys that run out are not supported for blobs: give lasting ones of a user who may do nothing else",
    );
  return {
    endpoint: `${origin}/${bucket}`,
    region,
    accessKeyId: needed("AWS_ACCESS_KEY_ID"),
    secretAccessKey: needed("AWS_SECRET_ACCESS_KEY"),
    prefix: prefix && `${prefix}/`,
    where: `s3://${bucket}${prefix && `/${prefix}`} at ${origin}`,
  };

  function needed(name: string): string {
    const value = env[name];
    if (!value) throw new UsageError(`blobs in ${url} need ${name}: set it in the environment`);
    if (/[^\x21-\x7e]/.test(value))
      throw new UsageError(`${name} has a space or a line break in it: set it without`);
    return value;
  }
}

function readAddress(url: string): {bucket: string; prefix: string} {
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*?))?\/?$/.exec(url);
  const [, bucket, prefix = ""] = match ?? [];
  const parts = prefix === "" ? [] : prefix.split("/");
  if (bucket && parts.every(part => part !== "" && part !== "." && part !== ".."))
    return {bucket, prefix};
  // Who puts keys into it finds them nowhere else.
  const shown = url.includes("@") ? "an address with an @ in it" : url;
  throw new UsageError(
    `ASSAY_BLOBS is ${shown}, and s3://bucket/prefix is expected: letters, digits, dots and hyphens; ` +
      "keys belong in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  );
}

/** The address of the server, without a slash at its end. */
function readServer(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search) {
    const shown = text.includes("@") ? "an address with an @ in it" : text;
    throw new UsageError(
      `the S3 server is ${shown}, and an address such as https://s3.example.org is expected in AWS_ENDPOINT_URL_S3, without keys`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
