import {useEffect} from "preact/hooks";
import type {Ways} from "../../api/peopleShapes.ts";
import {askJson} from "../api.ts";
import {resource} from "../resource.ts";

const ways = resource(signal => askJson<Ways>("/api/session/ways", {signal}));

/** How people come in here; undefined until it is known. */
export function useWays(): Ways | undefined {
  useEffect(() => {
    if (!ways.value.peek()) void ways.refresh();
  }, []);
  return ways.value.value;
}
