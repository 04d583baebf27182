/** When a schedule comes, where it can be said in a few words. */
export type Spoken =
  | {readonly kind: "daily" | "weekdays" | "weekends"; readonly at: string}
  /** Days of the week from 0, Sunday. */
  | {readonly kind: "days"; readonly days: readonly number[]; readonly at: string}
  | {readonly kind: "hourly"; readonly minute: number}
  | {readonly kind: "minutes"; readonly every: number};

const two = (text: string | number) => String(text).padStart(2, "0");

/**
 * The meaning of a cron expression; undefined where it takes more words.
 *
 * @example spoken("30 7 * * 1-5") // {"kind": "weekdays", "at": "07:30"}
 * @example spoken("0 8 * * *") // {"kind": "daily", "at": "08:00"}
 * @example spoken("15 * * * *") // {"kind": "hourly", "minute": 15}
 * @example spoken("0 9 * * 1,4") // {"kind": "days", "days": [1, 4], "at": "09:00"}
 * @example spoken("0 9 1 * *") // undefined
 */
export function spoken(cron: string): Spoken | undefined {
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== 5) return undefined;
  const [minute = "", hour = "", day, month, weekday = ""] = parts;
  if (day !== "*" || month !== "*") return undefined;
  const [, every] = /^\*\/(\d{1,2})$/.exec(minute) ?? [];
  if (every !== undefined && hour === "*" && weekday === "*")
    return {kind: "minutes", every: Number(every)};
  if (!/^\d{1,2}$/.test(minute)) return undefined;
  if (hour === "*" && weekday === "*") return {kind: "hourly", minute: Number(minute)};
  const hours = hour.split(",");
  if (!hours.every(one => /^\d{1,2}$/.test(one))) return undefined;
  const at = hours.map(one => `${two(one)}:${two(minute)}`).join(", ");
  if (weekday === "*") return {kind: "daily", at};
  if (/^1-5$|^mon-fri$/i.test(weekday)) return {kind: "weekdays", at};
  if (/^(0,6|6,0|6,7|6-7|sat,sun)$/i.test(weekday)) return {kind: "weekends", at};
  const days = weekday.split(",");
  if (!days.every(one => /^[0-7]$/.test(one))) return undefined;
  return {kind: "days", days: days.map(one => Number(one) % 7), at};
}
