/** About `count` round values (1, 2, 5 times a power of ten) that enclose low and high. */
export function enclosingTicks(low: number, high: number, count: number): number[] {
  const [factor, power] = roundStep((high - low) / count);
  const step = factor * 10 ** power;
  // A hair of slack, so that a rounding error does not add a step.
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({length: last - first + 1}, (_, i) => times10((first + i) * factor, power));
}

/** The round values of a logarithmic axis from low to high; fewer to a decade as decades grow. */
export function logTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const factors = decades <= 2.2 ? [1, 2, 5] : decades <= 3.5 ? [1, 3] : [1];
  const stride = Math.ceil(decades / 7);
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    if (power % stride !== 0) continue;
    for (const factor of factors) ticks.push(times10(factor, power));
  }
  return ticks.filter(tick => tick >= low && tick <= high);
}

/** Digits after the point that tell ticks apart: 2 for steps of 0.25 or 0.01. */
export function decimals(ticks: readonly number[]): number {
  const smallest = Math.min(...ticks.slice(1).map((tick, i) => tick - ticks[i]!));
  if (!Number.isFinite(smallest)) return 2;
  return Math.max(0, -Math.floor(Math.log10(smallest) + 1e-9));
}

function roundStep(step: number): [factor: number, power: number] {
  const power = Math.floor(Math.log10(step));
  const error = step / 10 ** power;
  if (error >= Math.sqrt(50)) return [1, power + 1];
  if (error >= Math.sqrt(10)) return [5, power];
  return [error >= Math.sqrt(2) ? 2 : 1, power];
}

/** Divides for negative powers, which stays exact where 0.1 times 3 does not. */
function times10(value: number, power: number): number {
  return power < 0 ? value / 10 ** -power : value * 10 ** power;
}
