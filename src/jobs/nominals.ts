import {nextWall, readCron} from "../model/cron.ts";
import type {Timing} from "../model/schedule.ts";
import {offsetAt, spans} from "./zone.ts";

const day = 86_400_000;

/**
 * The instants after `from` up to and with `until` at which something timed so is due, in order; without
 * `until` all that come. A time of day that a change of the clock leaves out comes right after the
 * change, once, however many such times are left out; one that it brings twice comes the first time.
 * A cron that fires in every hour names no time of day: it goes by the hours that pass. `every` counts
 * from the beginning of 1970, UTC.
 */
export function* nominals(timing: Timing, from: Date, until?: Date): Generator<Date, void> {
  const instants =
    "cron" in timing ? byCron(timing, from.getTime()) : byInterval(timing.everyMs, from.getTime());
  for (const instant of instants) {
    if (until !== undefined && instant > until.getTime()) return;
    yield new Date(instant);
  }
}

/** The first instant after the given one; undefined where none comes. */
export const nextNominal = (timing: Timing, after: Date): Date | undefined =>
  nominals(timing, after).next().value ?? undefined;

function* byInterval(every: number, from: number): Generator<number, never> {
  for (let instant = (Math.floor(from / every) + 1) * every; ; instant += every) yield instant;
}

/**
 * Croner knows the calendar and the spans know the clock. (In a zone croner 11.0.1 itself leaves a
 * time out, or never comes to an end, where the missing hour is next to midnight, as in Nuuk and Cairo.)
 */
function* byCron(
  {cron, zone}: {readonly cron: string; readonly zone: string},
  from: number,
): Generator<number, void> {
  const {calendar, everyHour} = readCron(cron);
  // Within the second pass of an hour the first one has to be known.
  const begin = offsetAt(zone, from - day) === offsetAt(zone, from) ? from : from - day;
  let before = offsetAt(zone, begin);
  let wall = nextWall(calendar, begin + before - 1);
  let last = from;
  for (const span of spans(zone, begin)) {
    if (everyHour && span.offset !== before) wall = nextWall(calendar, span.from + span.offset - 1);
    for (; wall !== undefined && wall < span.until + span.offset; wall = nextWall(calendar, wall)) {
      // A time before the span's first is one that the change left out.
      const instant = Math.max(wall - span.offset, span.from);
      if (instant > last) yield instant;
      last = Math.max(last, instant);
    }
    if (wall === undefined) return;
    before = span.offset;
  }
}
