import type {Role} from "../../src/model/person.ts";
import type {DraftState} from "../../src/model/review.ts";

/** Every way from state to state that there is, and the least role that takes it; all others are closed to all. */
export const ways: readonly (readonly [DraftState, DraftState, Role])[] = [
  ["draft", "in-review", "writer"],
  ["draft", "dropped", "editor"],
  ["in-review", "changes-asked", "editor"],
  ["in-review", "approved", "editor"],
  ["in-review", "dropped", "editor"],
  ["changes-asked", "in-review", "writer"],
  ["changes-asked", "dropped", "editor"],
  ["approved", "changes-asked", "editor"],
  ["approved", "scheduled", "publisher"],
  ["approved", "published", "publisher"],
  ["approved", "dropped", "editor"],
  ["scheduled", "published", "publisher"],
  ["scheduled", "dropped", "editor"],
  ["published", "corrected", "publisher"],
  ["published", "retracted", "publisher"],
  ["corrected", "corrected", "publisher"],
  ["corrected", "retracted", "publisher"],
];
