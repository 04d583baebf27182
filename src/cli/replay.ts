import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {FaultsFound} from "../model/errors.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Format, Order} from "../model/order.ts";
import {compose} from "../report.ts";
import {readSnapshot} from "../snapshots/folder.ts";
import {readEvidence} from "./evidence.ts";
import {stderrProgress} from "./progress.ts";
import {withRenderer} from "./renderer.ts";
import type {Style} from "./settings.ts";

const formats: readonly Format[] = ["md", "html", "pdf"];

/** Makes the note in the folder again and compares every byte of it; nothing is written. */
export async function replay(
  folder: string,
  options: Style & {readonly json?: boolean; readonly quiet?: boolean},
): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    const evidence = await readEvidence(
      join(folder, "evidence.json"),
      `no note in ${folder}: there is no evidence.json. To make a note from a bare snapshot: assay note <coin> --source snapshot --data ${folder}`,
    );
    const snapshot = await readSnapshot(join(folder, "snapshot"));
    const there = new Map(
      (
        await Promise.all(formats.map(format => readIfThere(join(folder, `note.${format}`))))
      ).flatMap((content, i) => (content ? [[formats[i]!, content] as const] : [])),
    );
    const {locale, template, paper, asset, asOf} = evidence.note;
    const order: Order = {
      coin: asset,
      source: "snapshot",
      asOf,
      asOfGiven: true,
      locale,
      template,
      paper,
      house: options.house,
      ...(options.templates !== undefined && {templates: options.templates}),
    };
    const made = await withRenderer({pdf: there.has("pdf")}, renderer =>
      compose(order, snapshot, [...there.keys()], renderer),
    );
    const differing: string[] = [];
    for (const [path, content] of made.files) {
      const found = await readIfThere(join(folder, path));
      if (!found?.equals(Buffer.from(content))) differing.push(path);
    }
    progress.done();
    if (options.json)
      process.stdout.write(
        `${JSON.stringify({folder, files: [...made.files.keys()], differing})}\n`,
      );
    if (differing.length > 0)
      throw different(folder, differing, {was: evidence.note, is: made.evidence.note});
    if (!options.json)
      process.stdout.write(`the same, byte for byte: ${[...made.files.keys()].join(", ")}\n`);
    return 0;
  } finally {
    progress.done();
  }
}

type About = Pick<Evidence["note"], "generator" | "style">;

function different(
  folder: string,
  differing: readonly string[],
  {was, is}: {readonly was: About; readonly is: About},
): FaultsFound {
  const why =
    was.generator !== is.generator
      ? `they were written by ${was.generator} and this is ${is.generator}`
      : was.style !== is.style
        ? "the house style or a template has changed since, or another configuration is found from here"
        : "they were changed after they were written, or another browser printed the PDF";
  return new FaultsFound(
    `${folder} does not come out the same: ${differing.join(", ")} differ; ${why}`,
  );
}

const readIfThere = (path: string) =>
  readFile(path).catch(error => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
