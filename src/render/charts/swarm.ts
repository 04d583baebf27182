export interface Place {
  readonly x: number;
  /** From the middle line of the swarm. */
  readonly y: number;
}

/**
 * Places for dots of one diameter so that none overlaps: each at its own x, as near to the middle
 * line as it fits. Where a column is fuller than `half` allows, dots move aside by whole diameters.
 */
export function swarm(xs: readonly number[], diameter: number, half: number): Place[] {
  const placed: Place[] = [];
  const places = new Array<Place>(xs.length);
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]! || a - b);
  for (const i of order) {
    const place = freePlace(xs[i]!, placed, diameter, half);
    placed.push(place);
    places[i] = place;
  }
  return places;
}

function freePlace(x: number, placed: readonly Place[], diameter: number, half: number): Place {
  for (let shift = 0; shift <= placed.length; shift++) {
    const aside = Math.ceil(shift / 2) * (shift % 2 === 0 ? -1 : 1) * diameter;
    const y = freeHeight(x + aside, placed, diameter);
    if (Math.abs(y) <= half) return {x: x + aside, y};
  }
  return {x, y: 0};
}

/** The free height nearest to the middle: there, or touching a neighbour. */
function freeHeight(x: number, placed: readonly Place[], diameter: number): number {
  const near = placed.filter(place => Math.abs(place.x - x) < diameter - 1e-6);
  const reach = ({x: at}: Place) => Math.sqrt(diameter ** 2 - (at - x) ** 2);
  const heights = near.flatMap(place => [place.y - reach(place), place.y + reach(place)]);
  const free = (y: number) =>
    near.every(place => (place.x - x) ** 2 + (place.y - y) ** 2 >= diameter ** 2 - 1e-6);
  return [0, ...heights].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b).find(free)!;
}
