const day = 86_400_000;

/** A stretch of time, from `from` up to but without `until`, in which a zone's clocks are not changed. */
export interface Span {
  readonly from: number;
  readonly until: number;
  /** What its wall clock shows, less UTC. */
  readonly offset: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the zone's wall clock is ahead of UTC at the instant. */
export function offsetAt(zone: string, instant: number): number {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  const shown = Object.fromEntries(
    clock.formatToParts(instant).map(({type, value}) => [type, Number(value)]),
  );
  const {year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0} = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

/** The stretches one after the other, none longer than a day. */
export function* spans(zone: string, begin: number): Generator<Span, never> {
  let from = begin;
  let offset = offsetAt(zone, from);
  for (;;) {
    const next = offsetAt(zone, from + day);
    const until = next === offset ? from + day : changeIn(zone, from, from + day);
    yield {from, until, offset};
    from = until;
    offset = next;
  }
}

/** The first second at which the clock no longer is as it was at `before`; it is another by `after`. */
function changeIn(zone: string, before: number, after: number): number {
  const offset = offsetAt(zone, before);
  let [same, changed] = [Math.floor(before / 1000), Math.ceil(after / 1000)];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, middle * 1000) === offset) same = middle;
    else changed = middle;
  }
  return changed * 1000;
}
