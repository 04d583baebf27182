/**
 * When a cron fires, reckoned without any library for it: every UTC minute of a stretch of time is put
 * on the zone's wall clock, and the fields are held against what the clock shows.
 */
export interface Reckoned {
  readonly cron: string;
  readonly zone: string;
}

const minute = 60_000;
/** No zone has changed its clocks at another minute since 1972. */
const quarter = 15 * minute;

/** Instants after `from` up to and with `until`, in milliseconds. */
export function reckoned({cron, zone}: Reckoned, from: number, until: number): number[] {
  const fields = fieldsOf(cron);
  const everyHour = fields.hours.size === 24;
  const found: number[] = [];
  // Two days before, so that the second pass of an hour is known as such.
  const begin = from - 2 * 24 * 60 * minute;
  let furthest = Number.NEGATIVE_INFINITY;
  for (const {instant, wall} of walk(zone, begin, until)) {
    const due = everyHour
      ? fires(fields, wall)
      : wall > furthest && anyFires(fields, furthest, wall);
    if (due && instant > from) found.push(instant);
    furthest = Math.max(furthest, wall);
  }
  return found;
}

/** Whether one of the minutes after `before` up to and with `wall` is named; more than one are a gap. */
function anyFires(fields: Fields, before: number, wall: number): boolean {
  const first = Number.isFinite(before) ? before + minute : wall;
  for (let one = first; one <= wall; one += minute) if (fires(fields, one)) return true;
  return false;
}

function* walk(zone: string, from: number, until: number) {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  for (let start = Math.floor(from / quarter) * quarter; start <= until; start += quarter) {
    const shown = Date.parse(`${clock.format(start).replace(" ", "T")}Z`);
    for (let instant = start; instant < start + quarter && instant <= until; instant += minute)
      yield {instant, wall: shown + instant - start};
  }
}

interface Fields {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Days of the month and of the week are both named: either will do. */
  readonly eitherDay: boolean;
}

function fires(fields: Fields, wall: number): boolean {
  const date = new Date(wall);
  if (!fields.minutes.has(date.getUTCMinutes()) || !fields.hours.has(date.getUTCHours()))
    return false;
  if (!fields.months.has(date.getUTCMonth() + 1)) return false;
  const day = fields.days.has(date.getUTCDate());
  const weekday = fields.weekdays.has(date.getUTCDay());
  return fields.eitherDay ? day || weekday : day && weekday;
}

function fieldsOf(cron: string): Fields {
  const [minutes, hours, days, months, weekdays] = cron.split(" ") as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    minutes: valuesOf(minutes, 0, 59),
    hours: valuesOf(hours, 0, 23),
    days: valuesOf(days, 1, 31),
    months: valuesOf(months, 1, 12),
    weekdays: new Set([...valuesOf(weekdays, 0, 7)].map(one => one % 7)),
    eitherDay: days !== "*" && weekdays !== "*",
  };
}

function valuesOf(field: string, least: number, most: number): Set<number> {
  const values = field.split(",").flatMap(part => {
    const [range, step = "1"] = part.split("/") as [string, string?];
    const [from, to = from] = range === "*" ? [least, most] : range.split("-").map(Number);
    const count = Math.floor((to! - from!) / Number(step)) + 1;
    return Array.from({length: count}, (_, i) => from! + i * Number(step));
  });
  return new Set(values);
}
