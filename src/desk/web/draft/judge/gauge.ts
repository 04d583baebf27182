import type {Judgements} from "../../../api/judgingShapes.ts";
import {isNear} from "../../../judging/nearness.ts";

type Test = NonNullable<Judgements["items"][number]["test"]>;

/** How near a test came to its threshold, to be drawn. */
export interface Gauge {
  readonly sign: "p" | "z" | "share";
  readonly value: number;
  readonly threshold: number;
  /** From 0 to 100; the threshold stands at 50. */
  readonly at: number;
  /** So near that it is said. */
  readonly near: boolean;
}

/**
 * @example gaugeOf({name: "", p: 0.04, threshold: 0.05, nearness: 0.9}) // {"sign": "p", "value": 0.04, "threshold": 0.05, "at": 42, "near": true}
 * @example gaugeOf({name: "", z: 19, threshold: 3.5, nearness: 0}).at // 94
 * @example gaugeOf({name: "", threshold: 3.5, nearness: 0}) // undefined
 */
export function gaugeOf({p, z, share, threshold, nearness}: Test): Gauge | undefined {
  const value = p ?? z ?? share;
  if (value === undefined) return undefined;
  const away = 44 - 40 * nearness;
  return {
    sign: p !== undefined ? "p" : z !== undefined ? "z" : "share",
    value,
    threshold,
    at: value < threshold ? 50 - away : 50 + away,
    near: isNear(nearness),
  };
}
