import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {plainWorkspace} from "../../src/config/workspace.ts";
import {formats} from "../../src/model/form.ts";
import type {NoteSpec} from "../../src/model/order.ts";
import {writeFiles} from "../../src/notes/folder.ts";
import {withRenderer} from "../../src/render/renderer.ts";
import {contentsOf, report, styleOf} from "../../src/report.ts";
import {gather} from "../../src/sources/gather.ts";

/** The bare walk in a loop: it is sent notes, and says when they lie in the folder. */
export interface Loop {
  readonly data: string;
  readonly out: string;
  readonly concurrency: number;
}

const {data, out, concurrency} = JSON.parse(process.argv[2] ?? "{}") as Loop;
const workspace = {...plainWorkspace, datasets: {recorded: data}};
const http = {now: () => new Date(), sleep: (ms: number) => sleep(ms), random: Math.random};
const style = await styleOf(workspace);
await withRenderer({pdf: true, pages: concurrency}, async renderer => {
  const over = Promise.withResolvers<void>();
  process.once("disconnect", over.resolve);
  process.on("message", async specs => {
    const left = [...(specs as NoteSpec[])];
    const lane = async () => {
      for (let spec = left.pop(); spec; spec = left.pop()) await make(spec);
    };
    await Promise.all(Array.from({length: concurrency}, lane));
    process.send?.("done");
  });
  process.send?.("ready");

  async function make(spec: NoteSpec): Promise<void> {
    const note = await report(spec, style, formats, {
      now: () => new Date(),
      gather: order => gather(order, workspace, {env: process.env, http}),
      ...renderer,
    });
    const folder = join(out, `${spec.coin}-${spec.asOf}`);
    mkdirSync(folder, {recursive: true});
    await writeFiles(folder, contentsOf(note));
  }
  await over.promise;
});
