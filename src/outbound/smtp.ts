import {createTransport} from "nodemailer";
import {displayText} from "../format/displayText.ts";
import {isLoopback} from "../model/loopback.ts";

/** What a variable that holds a mail server's address is to look like. */
export const smtpForm = "an address such as smtps://user:password@mail.example.org";

/** Undefined where it is none. What it holds is not told: it may be a password. */
export function smtpServer(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^smtps?:$/.test(url.protocol) && url.hostname ? url : undefined;
}

export interface SmtpOptions {
  /** Without an answer for so long, it is given up. */
  readonly timeoutMs: number;
  /** Called before the first byte of a mail's content is sent: from then on it may arrive. */
  readonly onData?: () => void;
}

/** Nothing goes over the network unencrypted, unless the server's address says `?ignoreTLS=true`. */
export const smtpTransport = (url: URL, {timeoutMs, onData}: SmtpOptions) =>
  createTransport({
    url: url.href,
    ...encryption(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(onData && {transactionLog: true, logger: listener(onData)}),
  });

/** What the address itself does not say: mail servers on this machine have certificates of no name. */
function encryption({protocol, hostname, searchParams}: URL) {
  if (protocol === "smtps:" || searchParams.has("ignoreTLS") || searchParams.has("requireTLS"))
    return {};
  return isLoopback(hostname) ? {ignoreTLS: true} : {requireTLS: true};
}

/** nodemailer tells of its commands in its log alone. */
function listener(onData: () => void) {
  const quiet = () => {};
  const hear = (entry: {tnx?: unknown} | null, line?: unknown) => {
    if (entry?.tnx === "client" && line === "DATA") onData();
  };
  return {
    level: quiet,
    trace: quiet,
    debug: hear,
    info: quiet,
    warn: quiet,
    error: quiet,
    fatal: quiet,
  };
}

/** What of nodemailer's errors is told. Its codes: nodemailer/lib/errors. */
interface SmtpError {
  readonly code?: string;
  readonly message: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

/** Nothing but a change of settings mends them. */
const forGood: readonly string[] = ["ENOAUTH", "EENVELOPE", "ECONFIG", "EMESSAGE"];

export interface SmtpFailure {
  /** With the server's host, and without its password. */
  readonly why: string;
  /** Trying again changes nothing. */
  readonly lasting: boolean;
  /** What the server answered; undefined where it did not. */
  readonly status?: number;
  /** At which point it refused the password. */
  readonly isEntry: boolean;
}

export function smtpFailure(error: unknown, url: URL): SmtpFailure {
  const {code = "", message, response, responseCode, permanent} = error as SmtpError;
  const said = displayText(response ?? message, 300);
  // Whoever stands between can take encryption away: that refuses no mail.
  const lasting = code !== "ETLS" && (permanent ?? forGood.includes(code));
  return {
    why: `${url.host}: ${withoutPassword(reasonOf(code, said), url)}`,
    lasting,
    ...(typeof responseCode === "number" && {status: responseCode}),
    isEntry: code === "EAUTH" || code === "ENOAUTH",
  };
}

function reasonOf(code: string, said: string): string {
  if (code === "ETIMEDOUT" || code === "EABORT") return "no answer in time";
  if (code === "ETLS") return `it offers no encryption, or none that can be trusted (${said})`;
  return said;
}

/** Servers have been seen to say what they were told. */
function withoutPassword(text: string, {password}: URL): string {
  if (!password) return text;
  return [decodeURIComponent(password), password].reduce(
    (rest, one) => rest.replaceAll(one, "[password]"),
    text,
  );
}
