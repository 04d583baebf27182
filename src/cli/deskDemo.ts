import {mkdir, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import type {DeskServices} from "../desk/api/services.ts";
import type {NoteRequest} from "../desk/api/shapes.ts";
import type {Caller} from "../model/person.ts";
import {makeLink} from "../store/invitations.ts";
import type {Store} from "../store/open.ts";
import {addPerson, findByEmail} from "../store/people.ts";
import type {StoreOptions} from "./newsroom.ts";

const samples = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

const asOf = "2025-07-02T00:00:00Z";
const orders: readonly NoteRequest[] = [
  {coin: "bittensor", data: "bittensor", asOf: "2026-03-21T21:07:00Z"},
  {coin: "tessilith", asOf: "2025-05-20T00:00:00Z"},
  ...["corvidane", "sundervale", "pellucine", "zephandra", "ostrabell"].map(coin => ({coin, asOf})),
  {coin: "tessilith", asOf, locale: "tr"},
  {coin: "tessilith", asOf},
];
const writer: Caller = {name: "the demo's writer", role: "writer"};
const publisher: Caller = {name: "the demo's publisher", role: "publisher"};
const waitMs = 500;
const editor = {name: "Demo editor", email: "you@demo.invalid", role: "owner"} as const;

/** Lets in whoever follows it, once: who tries the desk has nothing to fill in. */
export async function demoLink({db}: Store, origin: string): Promise<string> {
  const known = await findByEmail(db, editor.email);
  const person =
    known?.id ??
    (await db
      .transaction()
      .execute(transaction => addPerson(transaction, {...editor, emailVerified: true})));
  const wish = {kind: "reset", role: editor.role, person, by: "assay", hours: 24} as const;
  return `${origin}/try#${(await makeLink(db, wish)).secret}`;
}

/** A project and a store of their own, beside whatever is there. */
export async function layDemo({store = ".assay/demo"}: StoreOptions): Promise<StoreOptions> {
  const folder = resolve(store);
  await mkdir(folder, {recursive: true});
  const config = join(folder, "assay.config.json");
  const project = {
    datasets: {simulated: samples("simulated"), bittensor: samples("bittensor")},
    source: "files",
    data: "simulated",
    targets: {site: {kind: "site", out: "site"}},
  };
  await writeFile(config, `${JSON.stringify(project, undefined, 2)}\n`);
  // What the demo keeps is nothing for the place where others keep theirs.
  delete process.env.ASSAY_BLOBS;
  return {config, store: folder};
}

/**
 * Orders the demo's notes, each once for a store, publishes the first on the demo's site, and has a
 * writer mistype a figure of the last, so that an editor finds something to mend.
 */
export async function fillDemo(services: DeskServices, stopped: AbortSignal): Promise<void> {
  const runs: string[] = [];
  for (const order of orders)
    runs.push((await services.order(order, writer, JSON.stringify(order))).run);
  const first = await draftOf(services, runs.at(0) ?? "", stopped);
  if (first !== undefined) await publishFirst(services, first);
  const last = await draftOf(services, runs.at(-1) ?? "", stopped);
  if (last === undefined) return;
  const text = await services.draftText(last);
  if (!text || text.revision > 1) return;
  const mistyped = await mistype(services, last, text.text);
  if (mistyped === undefined) return;
  await services.saveText({id: last, base: 1, text: mistyped, by: writer});
  await services.move({id: last, to: "in-review", by: writer, accepted: []});
}

/** Once: what somebody has done with it since stays. */
async function publishFirst(services: DeskServices, id: string): Promise<void> {
  const draft = await services.draft(id);
  if (draft?.state !== "draft" || draft.revision > 1) return;
  for (const to of ["in-review", "approved"] as const)
    await services.move({id, to, by: publisher, accepted: []});
  await services.publish({id, by: publisher, targets: ["site"]});
}

async function draftOf(services: DeskServices, run: string, stopped: AbortSignal) {
  while (!stopped.aborted) {
    const found = await services.run(run);
    if (!found || !["waiting", "running"].includes(found.state)) return found?.draft;
    await sleep(waitMs, undefined, {signal: stopped}).catch(() => {});
  }
  return undefined;
}

/** Two digits of the first percentage changed places. */
async function mistype(services: DeskServices, id: string, text: string) {
  const checked = await services.checkText(id, text);
  for (const {from, to, figure, status} of checked?.marks ?? []) {
    const turned = text.slice(from, to).replace(/(\d)(\d)(\.\d+%)/, "$2$1$3");
    if (figure === undefined || status !== "supported" || turned === text.slice(from, to)) continue;
    return text.slice(0, from) + turned + text.slice(to);
  }
  return undefined;
}
