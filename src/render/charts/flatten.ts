import {bounds, type Outline, outline, type Point, runsClockwise} from "./outline.ts";
import type {Attributes, Element} from "./tree.ts";

/** What is drawn, in order, with everything that it inherits, as an offset in px and attributes. */
export type Leaf =
  | {
      readonly kind: "shape";
      readonly paint: Attributes;
      readonly outline: Outline;
      readonly box: readonly [number, number, number, number];
      readonly clockwise: boolean;
    }
  | {readonly kind: "text"; readonly style: Attributes; readonly at: Point; readonly text: string}
  | {readonly kind: "other"; readonly element: Element};

/** Names in the order they are written, with the value that need not be written. */
const shapeDefaults = {
  fill: "",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
};

const textDefaults = {
  ...shapeDefaults,
  "text-anchor": "",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "font-variant": "",
  "letter-spacing": "normal",
};

const inheritable = new Set(Object.keys(textDefaults));
/** Nothing of these is drawn or read: the picture is one image with one text alternative. */
const needless = /^(?:aria-.*|class)$/;
const moved = /^translate\(\s*(-?[\d.e-]+)(?:[\s,]+(-?[\d.e-]+))?\s*\)$/;

/** The leaves below the root; attributes that equal the root's are left out. */
export function flatten(root: Element): Leaf[] {
  const given = pickInheritable(root.attributes);
  const state = {attributes: given, offset: [0, 0] as const};
  return root.children.flatMap(node =>
    typeof node === "string" ? [] : leaves(node, state, given),
  );
}

interface State {
  readonly attributes: Attributes;
  readonly offset: Point;
}

function leaves(element: Element, outer: State, root: Attributes): Leaf[] {
  const own = withoutNeedless(element.attributes);
  const offset = added(outer.offset, own.transform);
  const attributes = {...outer.attributes, ...pickInheritable(own)};
  const inner = offset && {attributes, offset};
  if (element.tag === "title" || element.tag === "desc") return [{kind: "other", element}];
  if (!inner || !understood(element, own)) return [whole(element, outer, root)];
  if (element.tag === "g") {
    return element.children.flatMap(node =>
      typeof node === "string" ? [] : leaves(node, inner, root),
    );
  }
  if (element.tag === "text")
    return textLeaves(element, inner, root) ?? [whole(element, outer, root)];
  const shape = outline(element, inner.offset);
  if (!shape) return [whole(element, outer, root)];
  const paint = effective(attributes, root, shapeDefaults);
  if (paint.fill === "none" && !paint.stroke) return [];
  const clockwise = runsClockwise(element);
  return [{kind: "shape", paint, outline: shape, box: bounds(shape), clockwise}];
}

const geometry: Readonly<Record<string, readonly string[]>> = {
  g: [],
  line: ["x1", "y1", "x2", "y2"],
  rect: ["x", "y", "width", "height"],
  circle: ["cx", "cy", "r"],
  path: ["d"],
  text: ["x", "y", "dx", "dy"],
};

/** Whether we know all of its attributes, so that none is lost. */
function understood({tag}: Element, own: Attributes): boolean {
  const known = geometry[tag];
  if (!known) return false;
  return Object.keys(own).every(
    name => name === "transform" || inheritable.has(name) || known.includes(name),
  );
}

/** An element that we do not understand, as it is, in a group with all that it inherits. */
function whole(element: Element, {attributes, offset}: State, root: Attributes): Leaf {
  const [x, y] = offset;
  const inherited = Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => root[name] !== value),
  );
  const group = {...inherited, ...((x !== 0 || y !== 0) && {transform: `translate(${x},${y})`})};
  if (Object.keys(group).length === 0) return {kind: "other", element};
  return {kind: "other", element: {tag: "g", attributes: group, children: [element]}};
}

/** One leaf for a text, one for each of its lines; undefined for anything more intricate. */
function textLeaves(element: Element, state: State, root: Attributes): Leaf[] | undefined {
  const size = Number(state.attributes["font-size"]);
  const style = effective(state.attributes, root, textDefaults);
  const start = moveBy(state.offset, element.attributes, size, state.offset);
  const [first] = element.children;
  if (element.children.length === 1 && typeof first === "string") {
    return [{kind: "text", style, at: start, text: first}];
  }
  let pen = start;
  const lines = element.children.map((node): Leaf | undefined => {
    if (typeof node === "string" || node.tag !== "tspan") return undefined;
    const [text] = node.children;
    if (node.children.length !== 1 || typeof text !== "string") return undefined;
    pen = moveBy(pen, node.attributes, size, state.offset);
    return {kind: "text", style, at: pen, text};
  });
  return lines.every(line => line !== undefined) ? lines : undefined;
}

/** Where text starts: `x` and `y` count from the origin, `dx` and `dy` from where the pen is. */
function moveBy(pen: Point, {x, y, dx, dy}: Attributes, size: number, origin: Point): Point {
  const px = (length: string) =>
    length.endsWith("em") ? Number.parseFloat(length) * size : Number(length);
  const at = (place: number, absolute: string | undefined, from: number, step = "0") =>
    (absolute === undefined ? place : from + px(absolute)) + px(step);
  return [at(pen[0], x, origin[0], dx), at(pen[1], y, origin[1], dy)];
}

/** What is drawn with, in a fixed order; values that change nothing are left out. */
function effective(
  attributes: Attributes,
  root: Attributes,
  defaults: Readonly<Record<string, string>>,
): Attributes {
  const noStroke = (attributes.stroke ?? "none") === "none";
  const noFill = attributes.fill === "none";
  const kept = Object.entries(defaults).flatMap(([name, standard]) => {
    const value = attributes[name];
    if (value === undefined || value === (root[name] ?? standard)) return [];
    if (noStroke && name.startsWith("stroke-")) return [];
    if (noFill && name.startsWith("fill-")) return [];
    return [[name, value]];
  });
  return Object.fromEntries(kept);
}

function withoutNeedless(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !needless.test(name)));
}

function pickInheritable(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => inheritable.has(name)));
}

/** The offset with a translation added; undefined for any other transform. */
function added([x, y]: Point, transform: string | undefined): Point | undefined {
  if (transform === undefined) return [x, y];
  const match = moved.exec(transform);
  return match ? [x + Number(match[1]), y + Number(match[2] ?? 0)] : undefined;
}
