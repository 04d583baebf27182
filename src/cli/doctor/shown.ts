/** Addresses at which whoever knows them may write: all but the host is a secret. */
const telling = /^(?:hooks\.[^.]+\.url|alerts\.webhook\.url|alerts\.heartbeat|ASSAY_SMTP_URL)$/;
const secret = /KEY(?:_ID)?$|SECRET|PASSWORD|TOKEN/;
/** Fields that name a variable which holds a secret. */
const names = /From$/;
const longest = 80;

/** A value as a person may see it, and show it to others. */
export function shownValue(name: string, value: unknown, env: NodeJS.ProcessEnv): string {
  if (secret.test(name)) return "set, and not shown";
  if (Array.isArray(value)) return shortened(value.map(one => shownText(name, one)).join(","));
  const text = shownText(name, value);
  return names.test(name) ? `${text}${env[text] ? ", which is set" : ", which is NOT set"}` : text;
}

function shownText(name: string, value: unknown): string {
  if (typeof value === "object" && value !== null) return shortened(JSON.stringify(value));
  const text = String(value);
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? URL.parse(text) : null;
  // Proxies are written without a scheme as well.
  if (!url) return shortened(text.replace(/^[^/@\s]*:[^/@\s]*@/, "…@"));
  const place = `${url.protocol}//${url.host}`;
  if (telling.test(name)) return `${place}/…`;
  return shortened(place + url.pathname.replace(/\/$/, "") + (url.search ? "?…" : ""));
}

const shortened = (text: string) =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
