// Publishes what the file says in its folder, once; says when it begins. For tests that kill it.
import {readFileSync} from "node:fs";
import {openFiles} from "../../src/publish/files.ts";
import type {Journal} from "../../src/publish/target.ts";

const {files, folder, ...rest} = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const bytes = files.map(([path, content]: [string, string]) => [
  path,
  Buffer.from(content, "base64"),
]);
const release = {...rest, files: new Map<string, Uint8Array>(bytes)};
const target = openFiles(
  "blog",
  {kind: "files", flavour: "hugo", out: "content/notes", git: true},
  {env: process.env, house: release.house, folder, now: () => new Date()},
);
const journal: Journal = {
  once: (_, __, act) => act(false),
  hold: async () => {},
  past: async () => [],
};
process.stdout.write("begins\n");
const standing = await target.look(release, undefined);
if (standing.state !== "foreign") await target.put(release, standing, journal);
