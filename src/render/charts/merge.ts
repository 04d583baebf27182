import type {Leaf} from "./flatten.ts";
import {inPx, type Outline, tenths, writePath} from "./outline.ts";
import type {Attributes, Element} from "./tree.ts";

type Shape = Extract<Leaf, {kind: "shape"}>;
type Text = Extract<Leaf, {kind: "text"}>;

/** Neighbours of one paint become one path, neighbouring texts of one style one group. */
export function mergeShapes(leaves: readonly Leaf[]): Element[] {
  const elements: Element[] = [];
  for (let i = 0; i < leaves.length; ) {
    const run = runFrom(leaves, i);
    elements.push(write(run));
    i += run.length;
  }
  return elements;
}

function runFrom(leaves: readonly Leaf[], start: number): Leaf[] {
  const run = [leaves[start]!];
  while (start + run.length < leaves.length && joins(run, leaves[start + run.length]!)) {
    run.push(leaves[start + run.length]!);
  }
  return run;
}

function joins(run: readonly Leaf[], next: Leaf): boolean {
  const [first] = run;
  if (first?.kind === "text" && next.kind === "text") return same(first.style, next.style);
  if (first?.kind !== "shape" || next.kind !== "shape") return false;
  return same(first.paint, next.paint) && mayShareAPath(run as readonly Shape[], next);
}

/**
 * One opaque line over another of its colour looks the same in one path, and so do filled shapes
 * that run the same way round. Any others may only share a path where they do not meet.
 */
function mayShareAPath(run: readonly Shape[], next: Shape): boolean {
  const {paint} = next;
  const opaque = !paint["fill-opacity"] && !paint["stroke-opacity"];
  const strokeOnly = paint.fill === "none";
  const fillOnly = !paint.stroke;
  if (opaque && strokeOnly) return true;
  if (opaque && fillOnly && next.clockwise && run.every(shape => shape.clockwise)) return true;
  const reach = fillOnly ? 0 : tenths(Number(paint["stroke-width"] ?? 1) * 2);
  return run.every(shape => apart(shape.box, next.box, reach));
}

function apart(a: Shape["box"], b: Shape["box"], reach: number): boolean {
  return a[2] + reach < b[0] || b[2] + reach < a[0] || a[3] + reach < b[1] || b[3] + reach < a[1];
}

function same(a: Attributes, b: Attributes): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function write(run: readonly Leaf[]): Element {
  const [first] = run;
  if (first!.kind === "other") return first!.element;
  if (first!.kind === "text") return writeTexts(run as readonly Text[], first!.style);
  const outline: Outline = (run as readonly Shape[]).flatMap(shape => shape.outline);
  return {tag: "path", attributes: {d: writePath(outline), ...first!.paint}, children: []};
}

function writeTexts(run: readonly Text[], style: Attributes): Element {
  const text = ({at, text: words}: Text, own: Attributes = {}): Element => ({
    tag: "text",
    attributes: {x: inPx(tenths(at[0])), y: inPx(tenths(at[1])), ...own},
    children: [words],
  });
  if (run.length === 1) return text(run[0]!, style);
  return {tag: "g", attributes: style, children: run.map(leaf => text(leaf))};
}
