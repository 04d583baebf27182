// The next 24 hours as a strip: where on it what falls, in per cent of its width.

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Tick {
  readonly x: number;
  readonly at: string;
}

/** Every third hour of the reader's clock. */
export function ticksOf(from: Date, zone: string): Tick[] {
  const hourThere = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  // Zones stand whole quarters of an hour apart.
  const step = hourMs / 4;
  const first = Math.ceil(from.getTime() / step) * step;
  return Array.from({length: dayMs / step}, (_, nth) => new Date(first + nth * step))
    .filter(at => {
      const [hour, minute] = hourThere.format(at).split(":").map(Number);
      return minute === 0 && (hour ?? 0) % 3 === 0;
    })
    .map(at => ({x: xOf(at, from), at: at.toISOString()}));
}

export interface Due {
  readonly name: string;
  readonly at: string;
  readonly paused: boolean;
}

export interface Spot {
  readonly x: number;
  readonly at: string;
  readonly names: readonly string[];
  readonly paused: boolean;
  /** The line that its words stand on, so that none lies over another. */
  readonly line: number;
}

/** How wide a letter is, in per cent of a strip of usual width. */
const letter = 0.55;
const lines = 2;

/** What falls due, what comes at once together. */
export function spotsOf(due: readonly Due[], from: Date): Spot[] {
  const within = due.filter(({at}) => {
    const ahead = new Date(at).getTime() - from.getTime();
    return ahead >= 0 && ahead < dayMs;
  });
  const byInstant = Map.groupBy(within, ({at, paused}) => `${at} ${paused}`);
  const ends: number[] = Array.from({length: lines}, () => -1);
  return [...byInstant.values()]
    .toSorted((a, b) => (a[0]?.at ?? "").localeCompare(b[0]?.at ?? ""))
    .flatMap(ones => {
      const [first] = ones;
      if (!first) return [];
      const x = xOf(new Date(first.at), from);
      const names = ones.map(({name}) => name);
      const free = ends.findIndex(end => end < x);
      const line = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
      ends[line] = x + names.join(" · ").length * letter + 2;
      return [{x, at: first.at, names, paused: first.paused, line}];
    });
}

const xOf = (at: Date, from: Date) =>
  Math.round(((at.getTime() - from.getTime()) / dayMs) * 1_000) / 10;
