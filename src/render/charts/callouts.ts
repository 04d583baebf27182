/** A box by its edges, in px. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Callout {
  /** The middle of the dot that the label belongs to. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Placed {
  /** Start and middle line of the text. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const halfLine = 6.5;

/**
 * Places for labels near their dots, one after the other: beside, above or below, then farther
 * away, taking the first place free of dots and labels, or else the one that covers least.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  taken: readonly Box[],
  bounds: Box,
  gap: number,
): Placed[] {
  const boxes = [...taken];
  return callouts.map(callout => {
    const options = candidates(callout, gap).filter(option => within(option.box, bounds));
    let best: Placed | undefined;
    let least = Infinity;
    for (const option of options) {
      const cost = boxes.reduce((sum, other) => sum + overlap(option.box, other), 0);
      if (cost < least) [best, least] = [option, cost];
      if (cost === 0) break;
    }
    const placed = best ?? clamped(callout, bounds);
    boxes.push(placed.box);
    return placed;
  });
}

function candidates({x, y, width}: Callout, gap: number): Placed[] {
  const beside = [at(x + gap, y, width), at(x - gap - width, y, width)];
  const rings = [0, 11, 22, 33, 44].flatMap(far => {
    const away = gap + halfLine + far;
    return [-away, away].flatMap(dy =>
      [x - width / 2, x + 2, x - width - 2].map(left => at(left, y + dy, width)),
    );
  });
  const steps = [11, 22].flatMap(dy =>
    [-dy, dy].flatMap(d => [at(x + gap, y + d, width), at(x - gap - width, y + d, width)]),
  );
  return [...beside, ...rings.slice(0, 6), ...steps, ...rings.slice(6)];
}

function at(x: number, y: number, width: number): Placed {
  return {x, y, box: [x, y - halfLine, x + width, y + halfLine]};
}

function clamped({x, y, width}: Callout, [left, top, right, bottom]: Box): Placed {
  const start = Math.max(left, Math.min(x + 6, right - width));
  return at(start, Math.max(top + halfLine, Math.min(y, bottom - halfLine)), width);
}

function within(box: Box, bounds: Box): boolean {
  return box[0] >= bounds[0] && box[1] >= bounds[1] && box[2] <= bounds[2] && box[3] <= bounds[3];
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? across * down : 0;
}
