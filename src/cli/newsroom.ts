import {mkdir} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {Project} from "../config/project.ts";
import {plainWorkspace} from "../config/workspace.ts";
import {openQueue, type Queue} from "../jobs/queue.ts";
import {StoreUnavailable, UsageError} from "../model/errors.ts";
import type {Workspace} from "../model/workspace.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import {blobPlace, openBlobs} from "../store/blobs/open.ts";
import {openStore, type Store} from "../store/open.ts";
import {isLaid} from "../store/postgres.ts";
import {projectOf} from "./settings.ts";

/** The options of every command that works on the store. */
export interface StoreOptions {
  readonly config?: string | false;
  readonly store?: string;
}

/** The store, its blobs and the project they belong to. */
export interface OpenedStore extends AsyncDisposable {
  readonly project: Project;
  readonly store: Store;
  readonly blobs: Blobs;
}

/** The same with the queue, for whoever plans, orders or works. */
export interface Newsroom extends OpenedStore {
  readonly queue: Queue;
  readonly workspace: Workspace;
}

/**
 * The store that the project's newsroom uses: the folder of `--store` with a PostgreSQL of our own;
 * otherwise the one that DATABASE_URL names; otherwise our own in ASSAY_STORE, or in `.assay`
 * beside the configuration.
 */
export async function openNewsroomStore(
  options: StoreOptions,
  notify: (notice: string) => void,
): Promise<OpenedStore> {
  const project = await projectOf(options);
  const folder = storeFolder(options, project);
  const {env} = process;
  const url = addressOf(options);
  if (url === undefined && !(await isLaid(join(folder, "pg"))))
    notify(`makes the newsroom's store in ${folder}, with a PostgreSQL of its own`);
  const store = await openStore({folder, notify, ...(url !== undefined && {url})});
  try {
    // The folder of our own PostgreSQL is there by now.
    if (url !== undefined && !env.ASSAY_BLOBS) await mkdir(folder, {recursive: true});
    const blobs = await openBlobs(placeOf(folder), env, effects);
    return {project, store, blobs, [Symbol.asyncDispose]: () => store.close()};
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Whether a store is there that would be opened: the one that comes along is made when it is needed. */
export async function hasStore(options: StoreOptions, project: Project): Promise<boolean> {
  return addressOf(options) !== undefined || isLaid(join(storeFolder(options, project), "pg"));
}

/** Of a PostgreSQL that is not our own. */
export const addressOf = ({store}: StoreOptions): string | undefined =>
  store === undefined ? process.env.DATABASE_URL || undefined : undefined;

export function storeFolder({store}: StoreOptions, {file}: Project): string {
  const named = store ?? (process.env.ASSAY_STORE || undefined);
  if (named !== undefined) return resolve(named);
  return join(file === undefined ? process.cwd() : dirname(file), ".assay");
}

const effects = {
  now: () => new Date(),
  sleep: (ms: number) => sleep(ms),
  random: Math.random,
};

const placeOf = (folder: string) => blobPlace(process.env, join(folder, "blobs"));

/**
 * Who works on a store with the blobs of another would make drafts that nobody else can read.
 *
 * @throws UsageError where none of what the newest drafts rest on is in the place for blobs
 */
async function requireItsBlobs(
  {project, store: {db}}: OpenedStore,
  options: StoreOptions,
  notify: (notice: string) => void,
): Promise<void> {
  const place = placeOf(storeFolder(options, project));
  const blobs = await openBlobs(place, process.env, {...effects, patienceMs: 3000});
  const newest = await db
    .selectFrom("drafts")
    .select("content")
    .orderBy("created_at", "desc")
    .limit(5)
    .execute();
  try {
    for (const {content} of newest) if (await blobs.has(content)) return;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return notify(`${error.message} It is tried again when it is needed`);
  }
  if (newest.length > 0)
    throw new UsageError(
      `the blobs in ${blobs.describe()} are not those of the store: of its newest drafts none is there. Name their place in ASSAY_BLOBS, the same for all who work on the store`,
    );
  if (addressOf(options) !== undefined && "folder" in place)
    notify(
      `blobs go to ${blobs.describe()}: who works on the store from another machine has to reach them there, or by ASSAY_BLOBS`,
    );
}

export async function openNewsroom(
  options: StoreOptions,
  notify: (notice: string) => void,
): Promise<Newsroom> {
  const opened = await openNewsroomStore(options, notify);
  try {
    await requireItsBlobs(opened, options, notify);
    const queue = await openQueue(opened.store, error => notify(error.message));
    return {
      ...opened,
      queue,
      workspace: workspaceOf(opened.project),
      async [Symbol.asyncDispose]() {
        await queue.close();
        await opened.store.close();
      },
    };
  } catch (error) {
    await opened.store.close();
    throw error;
  }
}

/** What the names of orders stand for on this machine. Earlier notes are the store's affair. */
export function workspaceOf({house, datasets, sectors, options}: Project): Workspace {
  const {templates, profiles} = options;
  const {profiles: shipped, ...plain} = plainWorkspace;
  const facts = profiles === false ? undefined : (profiles ?? shipped);
  return {
    ...plain,
    house,
    datasets,
    sectors,
    ...(templates !== undefined && {templates}),
    ...(facts !== undefined && {profiles: facts}),
  };
}
