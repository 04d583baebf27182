import {createTransport} from "nodemailer";
import {displayText} from "../../format/displayText.ts";
import {UsageError} from "../../model/errors.ts";
import {isLoopback} from "../../model/loopback.ts";
import type {Channel, Outcome} from "./channel.ts";
import {wording} from "./message.ts";

export interface MailSettings {
  /** Who the mail is from. */
  readonly from: string;
  /** Name of the variable that holds the mail server's address; ASSAY_SMTP_URL by default. */
  readonly smtpFrom?: string;
}

export interface MailEffects {
  readonly env: NodeJS.ProcessEnv;
  /** For one mail from the first byte to the last; 30 s by default. */
  readonly timeoutMs?: number;
}

/**
 * Sends alarms by mail, one to each address. A mail that is sent again has the same Message-ID, so
 * that whoever has the first does not see the second. Nothing goes over the network unencrypted,
 * unless the server's address says `?ignoreTLS=true`.
 *
 * @throws UsageError where there is no address of a mail server
 */
export function mailChannels(
  {from, smtpFrom = "ASSAY_SMTP_URL"}: MailSettings,
  {env, timeoutMs = 30_000}: MailEffects,
): (to: string) => Channel {
  const url = serverOf(smtpFrom, env);
  const transport = createTransport({
    url: url.href,
    ...encryption(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "assay.invalid";
  return to => ({
    name: `mail:${to}`,
    async send(alarm) {
      const {title, text} = wording(alarm);
      try {
        await transport.sendMail({
          from,
          to,
          subject: title,
          text,
          date: new Date(alarm.at),
          messageId: `<${alarm.id}@${domain}>`,
          // RFC 3834: no answering machine is to answer.
          headers: {"Auto-Submitted": "auto-generated"},
          signal: AbortSignal.timeout(timeoutMs),
        });
        return {kind: "sent"};
      } catch (error) {
        return outcomeOf(error, url);
      }
    },
  });
}

function serverOf(name: string, env: NodeJS.ProcessEnv): URL {
  const text = env[name];
  const such = "an address such as smtps://user:password@mail.example.org";
  if (!text)
    throw new UsageError(`alerts.mail and tell need a mail server: set ${name} to ${such}`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname) return url;
  // What it holds is not told: it may be a password.
  throw new UsageError(`${name} must hold ${such}`);
}

/** What the address itself does not say: mail servers on this machine have certificates of no name. */
function encryption({protocol, hostname, searchParams}: URL) {
  if (protocol === "smtps:" || searchParams.has("ignoreTLS") || searchParams.has("requireTLS"))
    return {};
  return isLoopback(hostname) ? {ignoreTLS: true} : {requireTLS: true};
}

/** What of nodemailer's errors is told. Its codes: nodemailer/lib/errors. */
interface SmtpError {
  readonly code?: string;
  readonly message: string;
  readonly response?: string;
  readonly permanent?: boolean;
}

/** Nothing but a change of settings mends them. */
const forGood: readonly string[] = ["ENOAUTH", "EENVELOPE", "ECONFIG", "EMESSAGE"];

function outcomeOf(error: unknown, url: URL): Outcome {
  const {code = "", message, response, permanent} = error as SmtpError;
  const said = displayText(response ?? message, 300);
  const why = `${url.host}: ${withoutPassword(reasonOf(code, said), url)}`;
  // Whoever stands between can take encryption away: that refuses no mail.
  const lasting = code !== "ETLS" && (permanent ?? forGood.includes(code));
  return {kind: lasting ? "refused" : "later", why};
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
