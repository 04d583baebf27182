import {whenAnswered} from "../api.ts";
import {tell} from "../stream.ts";
import {watchReach} from "./reach.ts";

/** Whether the desk of this page answers. */
export const {reach, heard, tryNow} = watchReach({
  async probe() {
    try {
      const {ok, status} = await fetch("/readyz");
      return ok ? undefined : `the desk answers ${status}`;
    } catch {
      return "the desk does not answer";
    }
  },
  later(act, ms) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  now: () => new Date(),
  back: () => tell({kind: "any", id: "*"}),
});

whenAnswered(heard);
