import {type ListObject, S3mini, S3ServiceError} from "s3mini";
import {StoreDamaged, StoreUnavailable} from "../../model/errors.ts";
import {absent, type Blobs, bytesOf, digestAt, digestOf, pathOf, verified} from "./blobs.ts";
import {AttemptFailed, type Persistence, persist} from "./persist.ts";
import type {S3Settings} from "./s3Settings.ts";

/** Bytes may be spoilt on the way as well as in their place. */
const worthReadingAgain = 3;

/**
 * Blobs in a bucket of Amazon's S3 or a server that speaks as it does. What does not answer, or
 * answers 429 or 5xx, is asked again for two minutes; what is put is there as it was given, by the
 * server's own reckoning of its SHA-256 or else by reading it back.
 */
export function s3Blobs(settings: S3Settings, effects: Persistence): Blobs {
  const {prefix, where} = settings;
  const client = new S3mini({
    ...settings,
    requestAbortTimeout: effects.timeoutMs ?? 30_000,
    fetch: wholeAnswer,
  });
  const keyOf = (sha256: string) => `${prefix}${pathOf(sha256)}`;
  const ask = <T>(attempt: () => Promise<T>): Promise<T> =>
    persist(
      () =>
        attempt().catch(cause => {
          throw failed(cause, where);
        }),
      effects,
    );

  /** @throws StoreUnavailable where there is no such bucket, from which then nothing is missing */
  async function page(from?: string): Promise<{found: readonly ListObject[]; next?: string}> {
    const answer = await client.listObjectsPaged("/", prefix, 1_000, from);
    if (!answer?.objects) throw new StoreUnavailable(`there is no bucket for ${where}: make it`);
    const {objects: found, nextContinuationToken: next} = answer;
    return {found, ...(next !== undefined && {next})};
  }

  const read = async (sha256: string): Promise<Buffer> => {
    const bytes = await client.getObjectArrayBuffer(keyOf(sha256));
    if (bytes) return verified(Buffer.from(bytes), sha256, where);
    await page();
    throw absent(sha256, where);
  };

  return {
    async put(body) {
      const bytes = bytesOf(body);
      const sha256 = digestOf(bytes);
      const checksum = Buffer.from(sha256, "hex").toString("base64");
      await ask(async () => {
        const headers = {"x-amz-checksum-sha256": checksum};
        const type = "application/octet-stream";
        const answer = await client.putObject(keyOf(sha256), bytes, type, undefined, headers);
        if (answer.headers.get("x-amz-checksum-sha256") !== checksum) await read(sha256);
      });
      return sha256;
    },
    get: sha256 => ask(() => read(sha256)),
    has: sha256 =>
      ask(async () => {
        if (await client.objectExists(keyOf(sha256))) return true;
        await page();
        return false;
      }),
    remove: sha256 => ask(async () => void (await client.deleteObject(keyOf(sha256)))),
    async *list() {
      let from: string | undefined;
      do {
        const {found, next} = await ask(() => page(from));
        for (const {Key} of found) {
          const sha256 = digestAt(Key.slice(prefix.length));
          if (sha256 !== undefined) yield sha256;
        }
        from = next;
      } while (from !== undefined);
    },
    describe: () => where,
  };
}

/** The network, or a server that breaks off. */
class NoAnswer extends Error {}

/**
 * Asks, and waits for the whole answer, so that whatever breaks on the way breaks here. The errors
 * of the network are dropped: their reason is all that is told.
 */
const wholeAnswer: typeof fetch = async (input, init) => {
  try {
    const answer = await fetch(input, init);
    const body = await answer.arrayBuffer();
    const isList = String(input).includes("list-type=2") && answer.ok;
    // Otherwise whatever page stands between would be read as an empty bucket.
    if (isList && !Buffer.from(body).includes("</ListBucketResult>"))
      throw new NoAnswer("its list of blobs is not one");
    const {status, headers} = answer;
    return new Response(body.byteLength > 0 ? body : null, {status, headers});
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(reasonOf(error));
  }
};

function reasonOf(error: unknown): string {
  const {name, cause} = error as Error;
  if (name === "TimeoutError") return "no complete answer in time";
  const code = (cause as {code?: unknown} | undefined)?.code;
  return typeof code === "string" ? `network failure ${code}` : "the connection broke off";
}

/** The attempt's failure, and what it comes to; a bug of ours stays as it is. */
function failed(cause: unknown, where: string): unknown {
  if (cause instanceof StoreDamaged)
    return new AttemptFailed(cause.message, worthReadingAgain, () => cause);
  if (cause instanceof NoAnswer) {
    const trusted = !cause.message.includes("CERT");
    const advice = trusted
      ? "Check that it runs, the connection and AWS_ENDPOINT_URL_S3"
      : "Its certificate is not trusted here: check the clock, and NODE_EXTRA_CA_CERTS";
    return unavailable(cause.message, trusted, advice, where);
  }
  if (cause instanceof S3ServiceError) {
    const {status, serviceCode} = cause;
    const said = /^[A-Za-z]{1,60}$/.test(serviceCode ?? "") && serviceCode !== "Unknown";
    const again = status >= 500 || status === 429 || serviceCode === "RequestTimeout";
    const reason = `answered ${status}${said ? ` ${serviceCode}` : ""}`;
    return unavailable(reason, again, advices.get(serviceCode ?? "") ?? adviceFor(status), where);
  }
  return cause;
}

function unavailable(reason: string, again: boolean, advice: string, where: string): AttemptFailed {
  return new AttemptFailed(
    reason,
    again ? Number.POSITIVE_INFINITY : 1,
    attempts =>
      new StoreUnavailable(
        `blobs in ${where} are out of reach: ${reason}${attempts > 1 ? `, ${attempts} times` : ""}. ${advice}.`,
      ),
  );
}

const advices: ReadonlyMap<string, string> = new Map([
  ["RequestTimeTooSkewed", "The clocks here and there differ: set the one that is wrong"],
  ["InvalidAccessKeyId", "It does not know AWS_ACCESS_KEY_ID: check it"],
  ["SignatureDoesNotMatch", "Check AWS_SECRET_ACCESS_KEY and AWS_REGION"],
  ["NoSuchBucket", "There is no such bucket: make it"],
  ["BadDigest", "The bytes were changed on the way: look for what stands between"],
]);

const adviceFor = (status: number): string =>
  status === 401 || status === 403
    ? "These keys need the rights to get, put, delete and list there: s3:GetObject, s3:PutObject, s3:DeleteObject, s3:ListBucket"
    : status >= 500 || status === 429
      ? "It is tried again later; look whether the server has trouble"
      : "Check AWS_ENDPOINT_URL_S3 and AWS_REGION, and that there is such a bucket";
