import axios from "axios";
import type {Log} from "../../model/log.ts";
import {networkReason} from "../../outbound/networkReason.ts";

export interface HeartbeatEffects {
  readonly log: Log;
  /** 10 s by default. */
  readonly timeoutMs?: number;
}

/**
 * Asks for an address that an outside monitor watches, each time it is called: the monitor tells
 * people when it is no longer asked, whatever became of this program, its machine or its network.
 * It never fails: what goes wrong is logged, by the host alone, since such addresses are secrets.
 */
export function heartbeat(
  url: string,
  {log, timeoutMs = 10_000}: HeartbeatEffects,
): () => Promise<void> {
  const {host} = new URL(url);
  return async () => {
    try {
      const {status} = await axios.get<string>(url, {
        responseType: "text",
        maxContentLength: 65_536,
        timeout: timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
        validateStatus: () => true,
      });
      if (status > 299) log.warn({host, status}, "the heartbeat was not taken");
    } catch (error) {
      log.warn({host, reason: reasonOf(error)}, "the heartbeat did not get through");
    }
  };
}

function reasonOf(error: unknown): string {
  try {
    return networkReason(error);
  } catch {
    return "it could not be sent";
  }
}
