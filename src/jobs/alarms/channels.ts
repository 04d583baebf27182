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
  /** Who is told of drafts: mail addresses that schedules name. */
  readonly tell: readonly string[];
}

export interface AlertEffects {
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
}

/** Those who can be told from here. */
export interface Receivers {
  /** Who is told of what goes wrong, by the names of their channels, each once. */
  readonly names: readonly string[];
  /** Undefined for those who cannot be told from here. */
  channel(name: string): Channel | undefined;
}

export const mailName = (address: string): string => `mail:${address}`;

/**
 * Those whom the configuration names.
 *
 * @throws UsageError where the environment lacks what it takes to reach them
 */
export function receiversOf(
  {mail = [], from, smtpFrom, webhook, tell}: Alerts,
  effects: AlertEffects,
): Receivers {
  const sender = from ?? mail[0] ?? tell[0];
  const addressed = mail.length + tell.length > 0 && sender !== undefined;
  const toAddress = addressed
    ? mailChannels({from: sender, ...(smtpFrom !== undefined && {smtpFrom})}, effects)
    : undefined;
  const hook = webhook && webhookChannel(webhook, effects);
  return {
    names: [...new Set(mail.map(mailName)), ...(hook ? [hook.name] : [])],
    channel(name) {
      if (name === hook?.name) return hook;
      const [, address] = /^mail:(.+)$/.exec(name) ?? [];
      return address === undefined ? undefined : toAddress?.(address);
    },
  };
}

/** Where nobody can be told from here. */
export const nobody: Receivers = {names: [], channel: () => undefined};
