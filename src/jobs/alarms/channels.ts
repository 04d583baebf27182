import type {Channel} from "./channel.ts";
import {mailChannels} from "./mail.ts";
import {type WebhookSettings, webhookChannel} from "./webhook.ts";

/** Who is told of alarms, as the configuration says it. */
export interface Alerts {
  readonly mail?: readonly string[];
  /** The first who is told, where nobody is named. */
  readonly from?: string;
  readonly smtpFrom?: string;
  readonly webhook?: WebhookSettings;
}

export interface AlertEffects {
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
}

/**
 * The receivers of alarms, each once.
 *
 * @throws UsageError where the environment lacks what they need
 */
export function channelsOf(
  {mail = [], from, smtpFrom, webhook}: Alerts,
  effects: AlertEffects,
): readonly Channel[] {
  const sender = from ?? mail[0];
  const toAddress =
    sender === undefined || mail.length === 0
      ? undefined
      : mailChannels({from: sender, ...(smtpFrom !== undefined && {smtpFrom})}, effects);
  return [
    ...(toAddress ? [...new Set(mail)].map(toAddress) : []),
    ...(webhook ? [webhookChannel(webhook, effects)] : []),
  ];
}
