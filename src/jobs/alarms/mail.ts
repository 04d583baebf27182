import {UsageError} from "../../model/errors.ts";
import {smtpFailure, smtpForm, smtpServer, smtpTransport} from "../../outbound/smtp.ts";
import type {Channel} from "./channel.ts";
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
  const transport = smtpTransport(url, {timeoutMs});
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
        const {why, lasting} = smtpFailure(error, url);
        return {kind: lasting ? "refused" : "later", why};
      }
    },
  });
}

function serverOf(name: string, env: NodeJS.ProcessEnv): URL {
  const text = env[name];
  if (!text)
    throw new UsageError(`alerts.mail and tell need a mail server: set ${name} to ${smtpForm}`);
  const url = smtpServer(text);
  if (url) return url;
  throw new UsageError(`${name} must hold ${smtpForm}`);
}
