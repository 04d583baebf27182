import * as Plot from "@observablehq/plot";
import type {LegStatus} from "../../model/chart.ts";
import {color} from "./palette.ts";

/** A leg's dot, in px. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly status: LegStatus;
}

export const radius = 3.8;

/** The order of the legend. */
export const statuses: readonly LegStatus[] = ["live", "excluded", "stale", "derived"];

/** Each status has a shape of its own: full, crossed, hollow, hollow diamond. */
export function dotMarks(dots: readonly Dot[], r = radius): Plot.Markish[] {
  const of = (status: LegStatus) => dots.filter(dot => dot.status === status);
  const at = {x: "x", y: "y", r} as const;
  const hollow = {...at, fill: color.ground, strokeWidth: 1.25} as const;
  return [
    Plot.dot(of("live"), {...at, fill: color.coin}),
    Plot.dot(of("stale"), {...hollow, stroke: color.axis}),
    Plot.dot(of("derived"), {...hollow, r: r * 0.85, symbol: "diamond", stroke: color.coin}),
    Plot.dot(of("excluded"), {...hollow, r: r + 0.5, stroke: color.ink, strokeWidth: 1.5}),
    Plot.dot(of("excluded"), {...at, r: r * 0.6, symbol: "times", stroke: color.ink}),
  ];
}
