import {type DeskSettings, deskApp} from "../../src/desk/api/app.ts";
import type {CorrectionSummary, Publications} from "../../src/desk/api/publicationShapes.ts";
import type {Comment, Revision} from "../../src/desk/api/reviewShapes.ts";
import type {Scan} from "../../src/desk/api/scansShapes.ts";
import type {DeskServices} from "../../src/desk/api/services.ts";
import type {
  DraftSummary,
  Run,
  ScheduleDetail,
  ScheduleSummary,
} from "../../src/desk/api/shapes.ts";
import {placeOf} from "../../src/desk/place.ts";
import {BudgetSpent} from "../../src/jobs/limits.ts";
import {Conflict, UsageError} from "../../src/model/errors.ts";
import type {LogFields} from "../../src/model/log.ts";
import {type Role, roles} from "../../src/model/person.ts";
import {nobodyHere} from "./nobody.ts";

/** A token for each role, such as the desk might have made. */
export const tokens = Object.fromEntries(
  roles.map(role => [role, `assay_${role}_${"x".repeat(32)}`]),
) as Record<Role, string>;

export const draft: DraftSummary = {
  id: "d1",
  noteId: "2026-11-28-bittensor-morning",
  asset: "bittensor",
  symbol: "tao",
  locale: "en",
  asOf: "2026-11-28T04:30:00Z",
  state: "draft",
  revision: 4,
  title: "Bittensor gained a third in nine days",
  faults: 0,
  newsworthiness: 2.1,
  updatedAt: "2026-11-28T05:00:00Z",
};

const revision: Revision = {
  number: 4,
  kind: "edited",
  author: "writer",
  parent: 3,
  at: "2026-11-28T05:00:00Z",
  sha256: "0".repeat(64),
  suggested: false,
  faults: 0,
  text: "# Şöyle\n",
  found: [],
};

const comment: Comment = {
  id: "c1",
  draft: "d1",
  revision: 4,
  anchor: {before: "", quote: "Şöyle", after: ""},
  text: "Why?",
  author: "writer",
  at: "2026-11-28T05:00:00Z",
  placed: false,
};

const correction: CorrectionSummary = {
  id: "k1",
  kind: "refiled",
  state: "open",
  reason: "A typo",
  by: "publisher",
  at: "2026-11-28T05:00:00Z",
};

const publications: Publications = {
  publications: [
    {
      target: "blog",
      state: "published",
      wanted: 1,
      standing: 1,
      at: "2026-11-28T05:00:00Z",
      by: "publisher",
      orderedAt: "2026-11-28T05:00:00Z",
      address: "https://blog.example/note/",
    },
  ],
  releases: [],
};

const run = (id: string, more: Partial<Run>): Run => ({
  id,
  state: "waiting",
  nominal: "2026-11-28T04:30:00Z",
  priority: "routine",
  by: "assay",
  plannedAt: "2026-11-28T04:30:01Z",
  notes: [],
  steps: [],
  calls: 0,
  ...more,
});

const scan: Scan = {
  run: "scanned",
  nominal: "2026-11-28T04:30:00Z",
  by: "writer",
  state: "done",
  list: {asOf: "2026-11-28T04:30:00Z", universe: 0, tests: 0, leftOut: 0, rows: []},
};

const morning: ScheduleDetail = {
  name: "morning",
  cron: "30 7 * * 1-5",
  zone: "Europe/Istanbul",
  paused: false,
  what: {coins: ["bittensor"]},
  order: {source: "coingecko", locale: "tr", template: "coin-note"},
  misfire: "latest",
  overlap: "skip",
  priority: "routine",
  upcoming: ["2026-11-30T04:30:00Z"],
  runs: [],
  leftOut: [],
};

/** A newsroom in memory: what the desk stands before, as small as can be. */
export function newsroom(): DeskServices & {readonly orders: string[]} {
  const orders: string[] = [];
  const keys = new Map<string, string>();
  const runs = new Map([
    ["scheduled", run("scheduled", {schedule: "morning"})],
    ["ordered", run("ordered", {by: "writer"})],
    ["ended", run("ended", {state: "done"})],
    ["failed", run("failed", {state: "failed"})],
  ]);
  const schedules = new Map<string, ScheduleSummary>([
    ["morning", {name: "morning", cron: "30 7 * * 1-5", zone: "Europe/Istanbul", paused: false}],
  ]);
  return {
    orders,
    async callerOf(token) {
      const role = roles.find(one => tokens[one] === token);
      return role && {name: role, role};
    },
    async ready() {},
    solo: false,
    people: nobodyHere(),
    metrics: async () => ({contentType: "text/plain; version=0.0.4", text: "assay_workers 1\n"}),
    async order({coin, data}, by, key) {
      if (coin === "busy") throw new BudgetSpent("the calls of the day are used up", 61_500);
      if (data === "unknown") throw new UsageError("there is no data set unknown");
      const known = key === undefined ? undefined : keys.get(`${by.name} ${key}`);
      if (known !== undefined) return {run: known};
      orders.push(coin);
      const id = `run-${orders.length}`;
      if (key !== undefined) keys.set(`${by.name} ${key}`, id);
      return {run: id};
    },
    runs: async ({limit, schedule}) => ({
      runs: [...runs.values()]
        .filter(one => schedule === undefined || one.schedule === schedule)
        .slice(0, limit),
    }),
    run: async id => runs.get(id),
    async cancel(id) {
      const found = runs.get(id);
      if (found?.state === "done") throw new Conflict(`run ${id} has ended`);
      const cancelled = found && {...found, state: "cancelled" as const};
      if (cancelled) runs.set(id, cancelled);
      return cancelled;
    },
    drafts: async () => ({drafts: [draft]}),
    draft: async id => (id === draft.id ? draft : undefined),
    draftText: async id => (id === draft.id ? {revision: 4, text: "# Şöyle\n"} : undefined),
    checkText: async id => (id === draft.id ? {faults: [], marks: []} : undefined),
    saveText: async ({id, text}) => (id === draft.id ? {...revision, number: 5, text} : undefined),
    revisions: async id => (id === draft.id ? {revisions: [revision]} : undefined),
    revision: async (id, number) =>
      id === draft.id && number === revision.number ? revision : undefined,
    events: async id => (id === draft.id ? {events: []} : undefined),
    async move({id, to}) {
      return id === draft.id ? {...draft, state: to} : undefined;
    },
    approvals: async id => (id === draft.id ? {approvals: []} : undefined),
    assign: async ({id, to}) =>
      id === draft.id ? {...draft, ...(to !== null && {assignee: to})} : undefined,
    comments: async id => (id === draft.id ? {comments: []} : undefined),
    comment: async ({id, text}) => (id === draft.id ? {...comment, text} : undefined),
    resolve: async ({id}) => (id === comment.id ? comment : undefined),
    async draftFile(id, file) {
      if (id !== draft.id) return undefined;
      if (file === "note.pdf") return Buffer.from("%PDF-1.7 \u00ff", "latin1");
      return file === "note.html" ? "<!doctype html><p>Ş" : "{}";
    },
    recorded: async ({id, file}) =>
      id === draft.id
        ? {
            file,
            source: "CoinGecko",
            url: "https://api.coingecko.com/api/v3/ping",
            fetchedAt: "2026-11-28T05:00:00Z",
            line: 1,
            text: "1",
            from: 0,
            to: 1,
            before: [],
            after: [],
          }
        : undefined,
    judgements: async id => (id === draft.id ? {revision: 4, items: []} : undefined),
    differences: async ({id}) =>
      id === draft.id
        ? {
            against: {draft: id, revision: 1, at: "2026-11-28T05:00:00Z", by: "assay"},
            revision: 4,
            base: "",
            text: "",
            figures: [],
            unsupported: [],
          }
        : undefined,
    regenerate: async ({id}) => (id === draft.id ? {run: "run-again"} : undefined),
    schedules: async () => [...schedules.values()],
    runSchedule: async name => (schedules.has(name) ? {run: "run-by-hand"} : undefined),
    async pauseSchedule(name, paused) {
      const found = schedules.get(name);
      const changed = found && {...found, paused};
      if (changed) schedules.set(name, changed);
      return changed;
    },
    async follow() {
      let told = false;
      return {
        async next() {
          if (told) return undefined;
          told = true;
          return [{seq: 7, event: "ready" as const, data: {}}];
        },
        close() {},
      };
    },
    coins: async () => ({
      coins: [{id: "bitcoin", symbol: "BTC", name: "Bitcoin", data: [], live: true}],
      liveListed: true,
    }),
    orderChoices: async () => ({
      sources: [],
      data: [],
      locales: ["en"],
      templates: ["coin-note"],
      defaults: {source: "coingecko", locale: "en", template: "coin-note"},
    }),
    orderScan: async () => ({run: "scanning"}),
    scans: async () => ({scans: [scan]}),
    scan: async id => (id === scan.run ? scan : undefined),
    async retry(id) {
      const found = runs.get(id);
      if (found?.state !== "failed") throw new Conflict(`run ${id} has not failed`);
      return {...found, state: "running"};
    },
    schedule: async name => (name === "morning" ? morning : undefined),
    alarms: async () => ({alarms: [], channels: []}),
    hooks: async () => [],
    publish: async ({id}) => (id === draft.id ? publications : undefined),
    rehearse: async ({id}) => (id === draft.id ? {rehearsals: []} : undefined),
    publications: async id => (id === draft.id ? publications : undefined),
    cancelPublication: async ({target}) => (target === "blog" ? publications : undefined),
    reschedule: async ({target}) => (target === "blog" ? publications : undefined),
    answer: async ({target}) => (target === "blog" ? publications : undefined),
    releaseFile: async ({version}) => (version === 1 ? Buffer.from("%PDF-") : undefined),
    corrections: async id => (id === draft.id ? {corrections: [correction]} : undefined),
    correct: async ({id}) => (id === draft.id ? correction : undefined),
    approveCorrection: async ({id}) => (id === draft.id ? correction : undefined),
    takeBack: async ({id}) => (id === draft.id ? correction : undefined),
    targets: async () => ({targets: [{name: "blog", kind: "ghost", zone: "UTC"}]}),
    hookDeliveries: async name => (name === "cms" ? {deliveries: []} : undefined),
  };
}

/** On this machine's own address. */
export const here = placeOf({host: "127.0.0.1", trustProxy: [], tls: false});

interface Asking {
  readonly as?: Role;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
}

/** A desk that is asked without a port. */
export function openDesk(
  services: DeskServices = newsroom(),
  settings: Partial<DeskSettings> = {},
) {
  const logged: [LogFields, string][] = [];
  const keep = (fields: LogFields, message: string) => void logged.push([fields, message]);
  const log = {info: keep, warn: keep, error: keep, child: () => log};
  const app = deskApp(services, {
    place: here,
    addressOf: () => "127.0.0.1",
    log,
    generator: "assay 0.1.0",
    ...settings,
  });
  const ask = async (path: string, {as, method, headers, body}: Asking = {}) =>
    app.request(path.startsWith("http") ? path : `http://localhost:4100${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(as && {authorization: `Bearer ${tokens[as]}`}),
        ...(body !== undefined && {
          "content-type": typeof body === "string" ? "text/markdown" : "application/json",
        }),
        ...headers,
      },
      ...(body !== undefined && {body: typeof body === "string" ? body : JSON.stringify(body)}),
    });
  return {ask, logged, app};
}
