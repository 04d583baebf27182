import type {Passage} from "../room.ts";
import type {PlacedFault} from "./reading.ts";

type Placed = Pick<PlacedFault, "from" | "to" | "mendable">;

/**
 * The fault after a place, or before it; past the last one the first.
 *
 * @example faultBeside([{from: 3, to: 5, mendable: true}, {from: 8, to: 9, mendable: false}], {from: 3, to: 5}, 1) // {"from": 8, "to": 9, "mendable": false}
 * @example faultBeside([{from: 3, to: 5, mendable: true}], {from: 7, to: 7}, 1) // {"from": 3, "to": 5, "mendable": true}
 */
export const faultBeside = <Fault extends Placed>(
  all: readonly Fault[],
  {from}: Passage,
  step: 1 | -1,
): Fault | undefined =>
  step === 1
    ? (all.find(one => one.from > from) ?? all[0])
    : (all.findLast(one => one.from < from) ?? all.at(-1));

/**
 * The fault at a place where it can be mended at once, or else the next one that can.
 *
 * @example mendableAt([{from: 3, to: 5, mendable: true}, {from: 8, to: 9, mendable: true}], {from: 9, to: 9}) // {"from": 8, "to": 9, "mendable": true}
 * @example mendableAt([{from: 3, to: 5, mendable: true}, {from: 8, to: 9, mendable: true}], {from: 12, to: 12}) // {"from": 3, "to": 5, "mendable": true}
 */
export function mendableAt<Fault extends Placed>(
  all: readonly Fault[],
  {from}: Passage,
): Fault | undefined {
  const can = all.filter(one => one.mendable);
  return can.find(one => one.to >= from) ?? can[0];
}
