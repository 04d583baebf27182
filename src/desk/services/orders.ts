import {hintWithout, newestOf} from "../../jobs/coins.ts";
import {requireBudget} from "../../jobs/limits.ts";
import type {Queue} from "../../jobs/queue.ts";
import {orderNote} from "../../jobs/runs.ts";
import {nearest} from "../../model/nearest.ts";
import {type NoteSpec, seconds, toOrder} from "../../model/order.ts";
import type {Caller} from "../../model/person.ts";
import {type SourceKind, sources} from "../../model/source.ts";
import type {Workspace} from "../../model/workspace.ts";
import {wholeTemplates} from "../../render/layout.ts";
import {readTemplates} from "../../render/templates.ts";
import type {Store} from "../../store/open.ts";
import {wrongField} from "../api/problem.ts";
import type {Ordered} from "../api/services.ts";
import type {NoteRequest} from "../api/shapes.ts";

/** What an order is held against. */
export interface OrderDesk {
  readonly store: Store;
  readonly queue: Queue;
  readonly workspace: Workspace;
  /** What the configuration says where an order does not. */
  readonly defaults: Partial<
    Pick<NoteSpec, "source" | "data" | "locale" | "template" | "paper" | "profiles">
  >;
  readonly budgets: Readonly<Record<string, number>>;
}

/**
 * Orders a note, where it can be carried out as far as can be known without asking a source.
 *
 * @throws Problem that names the field that is wrong
 * @throws BudgetSpent where today's calls to its source are all made
 */
export async function orderAtDesk(
  desk: OrderDesk,
  request: NoteRequest,
  {by, key}: {readonly by: Caller; readonly key: string | undefined},
): Promise<Ordered> {
  const spec = await specOf(request, desk);
  await requireBudget(desk, spec.source);
  const run = await orderNote(desk.store, desk.queue, {
    spec,
    askedBy: by.name,
    ...(key !== undefined && {key}),
  });
  return {run};
}

async function specOf(
  {coin, edition, ...asked}: NoteRequest,
  {defaults, workspace}: OrderDesk,
): Promise<NoteSpec & {readonly source: SourceKind}> {
  const {locale = defaults.locale, template = defaults.template} = asked;
  const source = asked.source ?? sourceOf(asked.data, defaults.source);
  const data = dataOf(source, asked.data ?? defaults.data, asked.data !== undefined, workspace);
  const asOf = await instantFor({source, data, coin, asOf: asked.asOf}, workspace);
  if (source === "files" && data !== undefined)
    await requireCoin(coin, {data, asOf: asOf ?? seconds(new Date())}, workspace);
  if (template !== undefined) await requireTemplate(template, workspace);
  const {paper, profiles} = defaults;
  return {
    coin,
    source,
    ...(data !== undefined && {data}),
    ...(asOf !== undefined && {asOf}),
    ...(locale !== undefined && {locale}),
    ...(template !== undefined && {template}),
    ...(edition !== undefined && {edition}),
    ...(paper !== undefined && {paper}),
    ...(profiles !== undefined && {profiles}),
    earlier: false,
  };
}

export const needsData = (source: SourceKind) => source === "files" || source === "snapshot";

/** Who names data without a source means a folder of them. */
export function sourceOf(
  data: string | undefined,
  otherwise: SourceKind = "coingecko",
): SourceKind {
  return data === undefined || needsData(otherwise) ? otherwise : "files";
}

export function dataOf(
  source: SourceKind,
  name: string | undefined,
  asked: boolean,
  {datasets}: Workspace,
): string | undefined {
  if (!needsData(source)) {
    if (asked) throw wrongField("data", `goes with the source files, and ${source} takes none`);
    return undefined;
  }
  const names = Object.keys(datasets);
  if (name !== undefined && names.includes(name)) return name;
  const there = names.length > 0 ? `there are ${names.join(", ")}` : "there is none";
  throw wrongField(
    "data",
    name === undefined || !asked
      ? `must name a data set of the configuration for the source ${source}: ${there}`
      : `is no data set of the configuration${guess(name, names)}; ${there}`,
  );
}

async function requireCoin(
  coin: string,
  {data, asOf}: {readonly data: string; readonly asOf: string},
  {datasets}: Workspace,
): Promise<void> {
  const hint = await hintWithout(coin, datasets[data] ?? data, asOf);
  if (hint !== undefined) throw wrongField("coin", `${coin} is not in the data set ${data}${hint}`);
}

async function requireTemplate(name: string, {templates}: Workspace): Promise<void> {
  const names = wholeTemplates(await readTemplates(templates));
  if (!names.includes(name))
    throw wrongField(
      "template",
      `is no template here${guess(name, names)}; there are ${names.join(", ")}`,
    );
}

interface Timed {
  readonly source: SourceKind;
  readonly data: string | undefined;
  /** Without it a whole market is meant. */
  readonly coin?: string;
  readonly asOf: string | undefined;
}

/**
 * The instant that was asked for; without one, of recorded data the newest that they have. Undefined
 * stands for now.
 *
 * @throws Problem 422 where the source answers for now only
 */
export async function instantFor(
  {source, data, coin, asOf}: Timed,
  {datasets}: Pick<Workspace, "datasets">,
): Promise<string | undefined> {
  if (asOf !== undefined) return asOfOf(source, asOf);
  const folder = source === "files" && data !== undefined ? datasets[data] : undefined;
  return folder === undefined ? undefined : newestOf(folder, seconds(new Date()), coin);
}

/** @throws Problem 422 where the source answers for now only */
function asOfOf(source: SourceKind, asOf: string): string {
  if (sources[source].nowOnly)
    throw wrongField("asOf", `cannot be given: ${source} answers for now only`);
  return toOrder({coin: "any", asOf}, new Date(asOf)).asOf;
}

function guess(typed: string, known: readonly string[]): string {
  const [near] = nearest(typed, known, one => [one], 1);
  return near === undefined ? "" : ` (did you mean ${near}?)`;
}
