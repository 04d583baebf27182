import fs from "node:fs/promises";
import {syncBuiltinESMExports} from "node:module";
import {deserialize} from "node:v8";

// Puts a release on a site and dies by its own kill -9 at the n-th change of the disk; says how many
// there were where it came to its end.

const [folder = "", file = "", dieAt = "0"] = process.argv.slice(2);
const release = deserialize(await fs.readFile(file));

let changes = 0;
const changing = ["writeFile", "rename", "link", "copyFile", "mkdir", "rm", "rmdir"] as const;
for (const name of changing) {
  const real = fs[name] as (...args: unknown[]) => Promise<unknown>;
  Object.assign(fs, {
    [name]: async (...args: unknown[]) => {
      changes += 1;
      if (changes === Number(dieAt)) process.kill(process.pid, "SIGKILL");
      const result = await real(...args);
      return result;
    },
  });
}
syncBuiltinESMExports();

// Only now: its imports are of what was changed above.
const {openSite} = await import("../../../src/publish/site.ts");
const site = openSite(
  "site",
  {kind: "site", out: "public", url: "https://notes.example/blog", locale: "en"},
  {env: {}, house: release.house, folder, now: () => new Date()},
);
process.stdout.write("ready\n");
const standing = await site.look(release, undefined);
if (standing.state === "foreign") throw new Error("foreign");
await site.put(release, standing, {
  once: () => Promise.reject(new Error("no journal")),
  hold: async () => {},
  past: async () => [],
});
process.stdout.write(`${changes}\n`);
