import {AxiosError} from "axios";

/**
 * Why a request got no answer, in a few words. Only the error's code is told: its message and its
 * fields may hold addresses with tokens in them, and headers.
 *
 * @throws what is no failure of the network
 */
export function networkReason(error: unknown): string {
  const code = (error as {code?: unknown} | null)?.code;
  if (!(error instanceof AxiosError) && !(typeof code === "string" && /^E[A-Z_]+$/.test(code)))
    throw error;
  if (["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(String(code)))
    return "no answer in time";
  if (String(code).includes("CERT")) return `its certificate is not trusted here (${code})`;
  return `network failure ${code ?? "unknown"}`;
}
