import {plainHouse} from "../../src/model/house.ts";
import {targetSet} from "../../src/publish/targetSet.ts";

/** A Hugo blog in a clone, for processes that are killed. */
export const targetsOf = (settings: unknown) =>
  targetSet(
    {blog: {kind: "files", flavour: "hugo", out: "content/notes", git: true}},
    {
      env: process.env,
      house: plainHouse,
      folder: (settings as {clone: string}).clone,
      now: () => new Date(),
    },
  );
