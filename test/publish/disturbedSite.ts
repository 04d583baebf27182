import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {publishingAt, targetsOf} from "./disturbedTargets.ts";
import type {Disturbed} from "./killRoom.ts";

/** A site of its own in a folder that goes when it is disposed of. */
export function siteFolder() {
  const folder = mkdtempSync(join(tmpdir(), "assay-site-"));
  return {folder, [Symbol.dispose]: () => rmSync(folder, {recursive: true, force: true})};
}

export function disturbedSite({folder}: {readonly folder: string}): Disturbed {
  const site = {
    kind: "site",
    out: "public",
    url: "https://notes.example/blog",
    locale: "en",
  } as const;
  const settings = {targets: {site}, folder};
  const target = targetsOf(settings).open("site");
  const out = join(folder, "public");
  return {
    ...publishingAt(settings),
    onDisk: true,
    names: ["site"],
    async audit(release) {
      const standing = await target.look(release, undefined);
      if (standing.state !== "ours") return [`it is ${standing.state}`];
      const reading = await target.read(release, standing.receipt);
      const {publishedAt: _, ...approved} = approvedReading(release);
      const differences = reading ? compare(approved, reading) : [];
      const names = readdirSync(out);
      const folders = names.filter(name => name.includes(release.id)).length;
      const left = names.filter(name => name.startsWith(".assay-"));
      const list = readFileSync(join(out, "notes/index.html"), "utf8");
      return [
        ...(folders === 1 ? [] : [`it has ${folders} folders`]),
        ...(standing.shown ? [] : ["what lists it is older"]),
        ...(standing.receipt.digest === release.digest ? [] : ["it is of another release"]),
        ...(list.includes(`../${release.id}/`) ? [] : ["it is not listed"]),
        ...left.map(name => `${name} was left`),
        ...differences.map(({what, approved, found}) => `${what}: ${approved} is ${found}`),
      ];
    },
  };
}
