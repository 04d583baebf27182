import type {Element} from "./tree.ts";

/** A path's commands, absolute, in whole tenths of a px. */
export interface Command {
  readonly letter: "M" | "L" | "C" | "A" | "Z";
  readonly numbers: readonly number[];
}

export type Outline = readonly Command[];
export type Point = readonly [x: number, y: number];

const arity: Readonly<Record<string, number>> = {M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0};

/** The outline of a rect, line, circle or path moved by an offset; undefined for any other. */
export function outline({tag, attributes}: Element, [dx, dy]: Point): Outline | undefined {
  const number = (name: string) => Number(attributes[name] ?? 0);
  const x = (name: string) => tenths(number(name) + dx);
  const y = (name: string) => tenths(number(name) + dy);
  switch (tag) {
    case "line":
      return [move([x("x1"), y("y1")]), line([x("x2"), y("y2")])];
    case "rect": {
      if (attributes.rx || attributes.ry) return undefined;
      const [right, bottom] = [
        number("x") + number("width") + dx,
        number("y") + number("height") + dy,
      ];
      return box([x("x"), y("y")], [tenths(right), tenths(bottom)]);
    }
    case "circle":
      return circle([x("cx"), y("cy")], tenths(number("r")));
    case "path":
      return parsePath(attributes.d ?? "", [dx, dy]);
    default:
      return undefined;
  }
}

/** Rects and circles run clockwise: where two of them overlap, one path fills both. */
export function runsClockwise({tag}: Element): boolean {
  return tag === "rect" || tag === "circle";
}

/** The box around an outline, in tenths: left, top, right, bottom; control points included. */
export function bounds(commands: Outline): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {letter, numbers} of commands) {
    const reach = letter === "A" ? 2 * Math.max(numbers[0]!, numbers[1]!) : 0;
    for (let i = letter === "A" ? 5 : 0; i < numbers.length; i += 2) {
      left = Math.min(left, numbers[i]! - reach);
      right = Math.max(right, numbers[i]! + reach);
      top = Math.min(top, numbers[i + 1]! - reach);
      bottom = Math.max(bottom, numbers[i + 1]! + reach);
    }
  }
  return [left, top, right, bottom];
}

/** A path's `d`, in relative steps; a step of nothing is left out. */
export function writePath(commands: Outline): string {
  let [pen, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  let before = "";
  let text = "";
  for (const command of commands) {
    const {letter, numbers} = command;
    const end = letter === "Z" ? start : endOf(command);
    const step: Point = [end[0] - pen[0], end[1] - pen[1]];
    if (letter === "M") text += `M${pair(end)}`;
    else if (letter === "Z") text += "z";
    else if (letter === "L") text += writeLine(step, before === "M");
    else if (letter === "C") text += writeCurve(numbers, pen);
    else text += writeArc(numbers, step);
    if (letter === "M") start = end;
    pen = end;
    before = letter;
  }
  return text;
}

export function tenths(value: number): number {
  return Math.round(value * 10);
}

/** Tenths as a number in px, as short as can be: 12, -3.5, .4. */
export function inPx(value: number): string {
  const size = Math.abs(value);
  const whole = Math.trunc(size / 10);
  const digit = size % 10;
  const sign = value < 0 ? "-" : "";
  if (digit === 0) return `${sign}${whole}`;
  return `${sign}${whole === 0 ? "" : whole}.${digit}`;
}

/** A line that goes nowhere still shows with round caps: the first after a move stays. */
function writeLine([dx, dy]: Point, first: boolean): string {
  if (dy === 0) return dx === 0 && !first ? "" : `h${inPx(dx)}`;
  return dx === 0 ? `v${inPx(dy)}` : `l${pair([dx, dy])}`;
}

function writeCurve([x1, y1, x2, y2, x, y]: readonly number[], [dx, dy]: Point): string {
  const points: Point[] = [
    [x1! - dx, y1! - dy],
    [x2! - dx, y2! - dy],
    [x! - dx, y! - dy],
  ];
  return `c${points.map(pair).join(" ").replace(/ -/g, "-")}`;
}

function writeArc(numbers: readonly number[], step: Point): string {
  const [rx, ry, tilt, large, sweep] = numbers;
  return `a${pair([rx!, ry!])} ${tilt} ${large} ${sweep} ${pair(step)}`;
}

function pair([x, y]: Point): string {
  return y < 0 ? `${inPx(x)}${inPx(y)}` : `${inPx(x)} ${inPx(y)}`;
}

const token = /[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

/** Absolute or relative M, L, H, V, C, A and Z; undefined for paths with any other command. */
function parsePath(d: string, offset: Point): Outline | undefined {
  const tokens = d.match(token) ?? [];
  const commands: Command[] = [];
  let [pen, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  let letter = "";
  for (let i = 0; i < tokens.length; ) {
    if (/[a-zA-Z]/.test(tokens[i]!)) letter = tokens[i++]!;
    const upper = letter.toUpperCase();
    const count = arity[upper];
    if (count === undefined || i + count > tokens.length) return undefined;
    const from: Point = letter === upper ? offset : [pen[0] / 10, pen[1] / 10];
    const command = absolute(upper, tokens, i, from, pen);
    commands.push(command);
    i += count;
    pen = command.letter === "Z" ? start : endOf(command);
    if (upper === "M") start = pen;
    // What follows a move or a close without a letter of its own: a line, or an error.
    if (upper === "M") letter = letter === "M" ? "L" : "l";
    if (upper === "Z") letter = "";
  }
  return commands;
}

function absolute(
  letter: string,
  tokens: readonly string[],
  first: number,
  [dx, dy]: Point,
  pen: Point,
): Command {
  const raw = (i: number) => Number(tokens[first + i]);
  const x = (i: number) => tenths(raw(i) + dx);
  const y = (i: number) => tenths(raw(i) + dy);
  switch (letter) {
    case "M":
      return move([x(0), y(1)]);
    case "L":
      return line([x(0), y(1)]);
    case "H":
      return line([x(0), pen[1]]);
    case "V":
      return line([pen[0], y(0)]);
    case "C":
      return {letter, numbers: [x(0), y(1), x(2), y(3), x(4), y(5)]};
    case "A":
      return {
        letter,
        numbers: [tenths(raw(0)), tenths(raw(1)), raw(2), raw(3), raw(4), x(5), y(6)],
      };
    default:
      return {letter: "Z", numbers: []};
  }
}

function endOf({numbers}: Command): Point {
  return [numbers[numbers.length - 2]!, numbers[numbers.length - 1]!];
}

function move(point: Point): Command {
  return {letter: "M", numbers: point};
}

function line(point: Point): Command {
  return {letter: "L", numbers: point};
}

function box([left, top]: Point, [right, bottom]: Point): Outline {
  const corners: Point[] = [
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return [move([left, top]), ...corners.map(line), {letter: "Z", numbers: []}];
}

function circle([x, y]: Point, r: number): Outline {
  const half = (to: number): Command => ({letter: "A", numbers: [r, r, 0, 1, 1, to, y]});
  return [move([x - r, y]), half(x + r), half(x - r), {letter: "Z", numbers: []}];
}
