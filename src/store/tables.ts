import type {ColumnType, Generated} from "kysely";
import type {PublicationQuestion, PublicationState, ReleaseKind} from "../model/publication.ts";

/** A column of PostgreSQL's jsonb, written as JSON text and read as what it says. */
type Json<T> = ColumnType<T, string, string>;
/** An instant that the store fills in. */
type Stamped = Generated<Date>;

/** What was gathered. Its digest is also the blob of its manifest, which names the other blobs. */
export interface SnapshotsTable {
  sha256: string;
  asset: string;
  as_of: Date;
  bytes: number;
  kept_at: Stamped;
}

/** A blob that a snapshot rests on, as its manifest says. */
export interface AnswersTable {
  snapshot: string;
  sha256: string;
}

/** A blob that no row referred to at that instant. Whoever puts it again takes it off. */
export interface CondemnedTable {
  sha256: string;
  at: Stamped;
}

/** Every blob that a row refers to, and which row; a view. */
export interface ReferredView {
  sha256: string;
  /** Such as `note.pdf of draft`. */
  kind: string;
  subject: string;
}

/** A schedule as the configuration last said it, and how far it has been planned. */
export interface SchedulesTable {
  name: string;
  definition: Json<unknown>;
  /** From when the definition holds: no instant before it is the schedule's. */
  since: Date;
  /** Every instant up to this one is settled: planned or left out. */
  through: Date;
  paused_at: Date | null;
  paused_by: string | null;
  /** When the configuration ceased to name it. */
  removed_at: Date | null;
}

export type RunState = "waiting" | "running" | "done" | "failed" | "cancelled" | "skipped";

/** One firing of a schedule, or one order of a person. */
export interface RunsTable {
  id: string;
  /** Null: ordered by a person. */
  schedule: string | null;
  nominal: Date;
  asked_by: string;
  idempotency_key: string | null;
  /** What was ordered; of a schedule's run as it held when the run began. */
  definition: Json<unknown> | null;
  priority: number;
  state: RunState;
  /** Why it failed, was cancelled or skipped. */
  reason: string | null;
  planned_at: Stamped;
  began_at: Date | null;
  ended_at: Date | null;
}

export type TaskState = "waiting" | "running" | "done" | "failed" | "cancelled";
export type TaskKind = "scan" | "note";

/** A part of a run that one worker does: one note, or the scan that picks coins for notes. */
export interface TasksTable {
  id: string;
  run: string;
  kind: TaskKind;
  /** What tells it from the others of its run: the coin. */
  key: string;
  order: Json<unknown>;
  state: TaskState;
  /** Counts up each time a worker takes it: who holds an older number has lost it. */
  attempt: Generated<number>;
  /** How often it failed for a reason that may pass. */
  failures: Generated<number>;
  snapshot: string | null;
  /** What came of it: `draft`, `nothing-to-say`, `not-new`, `no-room` … */
  outcome: string | null;
  reason: string | null;
  /** A fault of ours, kept for whoever mends it. */
  dead: Generated<boolean>;
  not_before: Date | null;
  began_at: Date | null;
  ended_at: Date | null;
}

export type StepName = "scan" | "gather" | "write" | "press" | "draft";

/** What a worker did of a task. */
export interface StepsTable {
  task: string;
  attempt: number;
  name: StepName;
  worker: string;
  began_at: Date;
  ended_at: Date | null;
  /** Calls to sources. */
  calls: Generated<number>;
  outcome: "done" | "failed" | null;
  reason: string | null;
}

export interface DraftsTable {
  id: string;
  /** The task that made it; one draft for a task. Null once the ledger let go of it. */
  task: string | null;
  note_id: string;
  asset: string;
  symbol: string;
  locale: string;
  as_of: Date;
  edition: string | null;
  title: string;
  state: string;
  /** The newest. */
  revision: number;
  snapshot: string;
  /** Blob of the draft as the program wrote it (`assay/draft@1`), that of the newest revision. */
  content: string;
  newsworthiness: number;
  faults: number;
  /** Who has it. */
  assignee: string | null;
  created_at: Stamped;
  updated_at: Stamped;
}

/** One text of a draft; never changed. */
export interface RevisionsTable {
  draft: string;
  number: number;
  /** Blob of the text. */
  text: string;
  kind: "written" | "edited" | "regenerated" | "merged" | "corrected";
  author: string;
  parent: number | null;
  faults: Json<unknown[]>;
  /** Nothing but suggestions of the check was taken: no words of the author's own. */
  suggested: Generated<boolean>;
  /** Blob of the draft that it is a text of, and the snapshot which that rests on. */
  content: string;
  snapshot: string;
  /** What a person has still to read again or to settle since the draft was made again; null: nothing. */
  merge: Json<unknown> | null;
  created_at: Stamped;
}

/** That somebody approved a text, with what it rests on and how it looks. */
export interface ApprovalsTable {
  id: string;
  draft: string;
  revision: number;
  /** Digests of the text, the snapshot and the style: it covers these and no others. */
  text: string;
  snapshot: string;
  style: string;
  approved_by: string;
  /** Each fault that was accepted, with its reason. */
  accepted: Json<unknown[]>;
  approved_at: Stamped;
  /** When changes were asked for after all, or the draft was dropped. */
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

/** What somebody says of a passage. */
export interface CommentsTable {
  id: string;
  draft: string;
  /** The one that was commented on. */
  revision: number;
  /** The passage in that revision, word for word. */
  anchor: Json<unknown>;
  text: string;
  author: string;
  created_at: Stamped;
  resolved_at: Date | null;
  resolved_by: string | null;
}

/** A file of a revision as it is printed, such as `note.pdf`. */
export interface FilesTable {
  draft: string;
  revision: number;
  path: string;
  sha256: string;
  bytes: number;
  /** Digest of the style that it was pressed in; null where an older program pressed it. */
  style: string | null;
}

/** Who did what to what; each row's digest covers the one before. */
export interface EventsTable {
  seq: number;
  at: Date;
  actor: string;
  kind: string;
  subject: string;
  /** The event as canonical JSON: what the digest is of. */
  body: string;
  previous: string;
  digest: string;
}

export interface TokensTable {
  id: string;
  name: string;
  role: string;
  /** SHA-256 of the token; the token itself is nowhere. */
  digest: string;
  created_at: Stamped;
  last_used_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date | null;
}

/** Who may come in with a session. Nobody is ever removed: their name stands in the ledger. */
export interface PeopleTable {
  id: string;
  /** As the ledger has it. */
  name: string;
  /** In small letters. */
  email: string;
  /** Whoever invited them has named this address. */
  email_verified: Generated<boolean>;
  image: string | null;
  role: string;
  disabled_at: Date | null;
  created_at: Stamped;
  updated_at: Stamped;
}

export interface SessionsTable {
  id: string;
  /** Of use only with the signature that the cookie carries. */
  token: string;
  user_id: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Stamped;
  /** To the minute, when it was last used. */
  updated_at: Stamped;
}

/** By what a person is known: `credential` with the hash of a password, or `oidc`. */
export interface AccountsTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Stamped;
  updated_at: Stamped;
}

/** What goes on between here and a provider of identities. */
export interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Stamped;
  updated_at: Stamped;
}

export type InvitationKind = "owner" | "invitation" | "reset";

/** A link that lets in once: the first owner, who is invited, or who has lost the password. */
export interface InvitationsTable {
  id: string;
  kind: InvitationKind;
  /** SHA-256 of its secret; the secret is nowhere. */
  digest: string;
  role: string;
  /** The only one that it is for. */
  email: string | null;
  /** Of a reset. */
  person: string | null;
  made_by: string;
  created_at: Stamped;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

/** The turns taken at a source, by all workers together. */
export interface PacesTable {
  source: string;
  /** When the next turn may be taken. */
  next_at: Stamped;
  /** Instants of the turns of the last minute. */
  taken: Generated<Date[]>;
  spacing_ms: Generated<number>;
  slowed_at: Date | null;
}

/** Calls to a source on one day of UTC. */
export interface CallsTable {
  source: string;
  day: string;
  calls: Generated<number>;
}

/** Instants of a schedule that were not run, and why. */
export interface LeftOutTable {
  schedule: string;
  first: Date;
  last: Date;
  count: number;
  why: string;
  noted_at: Stamped;
}

/** What somebody is to be told of, once. */
export interface AlarmsTable {
  id: string;
  /** What makes it one: the same key is told once. */
  key: string;
  kind: string;
  body: Json<unknown>;
  raised_at: Stamped;
  cleared_at: Date | null;
}

/** An alarm on its way to one address. */
export interface DeliveriesTable {
  alarm: string;
  channel: string;
  state: "waiting" | "sent" | "refused";
  attempts: Generated<number>;
  not_before: Stamped;
  reason: string | null;
  sent_at: Date | null;
}

/** A process that works on the store, or did. */
export interface WorkersTable {
  id: string;
  host: string;
  pid: number;
  version: string;
  /** Whether it also plans. */
  plans: boolean;
  concurrency: number;
  started_at: Stamped;
  seen_at: Stamped;
  stopping: Generated<boolean>;
}

/** Somebody who is told of events, by the name that the configuration gives. */
export interface HooksTable {
  name: string;
  /** Every event up to this one is settled: to be told, or not asked for. */
  through: number;
  added_at: Stamped;
}

/** An event on its way to a hook. Its id is the same for each attempt. */
export interface HookDeliveriesTable {
  id: Generated<string>;
  hook: string;
  /** Of the event. */
  seq: number;
  state: "waiting" | "sent" | "refused";
  attempts: Generated<number>;
  not_before: Stamped;
  /** What the receiver answered last. */
  status: number | null;
  reason: string | null;
  made_at: Stamped;
  tried_at: Date | null;
  sent_at: Date | null;
}

/** That something is to be put right in a note that is out. */
export interface CorrectionsTable {
  id: string;
  draft: string;
  kind: Exclude<ReleaseKind, "note">;
  /** Why, for the ledger; of a retraction readers are told it. */
  reason: string;
  /** What readers are told of an error: what was wrong, and what is right. */
  wrong: string | null;
  right: string | null;
  opened_by: string;
  opened_at: Stamped;
  /** Null: it is open, or was taken back. */
  approval: string | null;
  /** Of the release that came of it. */
  version: number | null;
  closed_by: string | null;
  closed_at: Date | null;
}

/** A version of a note as it leaves the house; never changed once it was sent anywhere. */
export interface ReleasesTable {
  note_id: string;
  version: number;
  draft: string;
  kind: ReleaseKind;
  revision: number;
  approval: string;
  /** Over all that is approved of it. */
  digest: string;
  /** Blobs of the text, of the draft that it is a text of, and of the house as JSON. */
  text: string;
  content: string;
  house: string;
  reason: string | null;
  wrong: string | null;
  right: string | null;
  made_by: string;
  made_at: Date;
}

/** A file of a release, kept as long as the store. */
export interface ReleaseFilesTable {
  note_id: string;
  version: number;
  path: string;
  sha256: string;
  bytes: number;
}

/** A note at a target. */
export interface PublicationsTable {
  id: string;
  note_id: string;
  target: string;
  draft: string;
  /** The version that is to stand there, and the one that does as far as we know. */
  wanted: number;
  standing: number | null;
  state: PublicationState;
  /** When it is due. */
  at: Date;
  /** Not tried before, since it failed or waits for another. */
  not_before: Date | null;
  ordered_by: string;
  ordered_at: Stamped;
  /** What a person has ordered that is never done unasked. */
  again: Generated<boolean>;
  overwrite: Generated<boolean>;
  /** What a person is asked; nothing is done meanwhile. */
  asks: PublicationQuestion | null;
  /** Counts up with each order to do over what was done: its steps are others. */
  round: Generated<number>;
  /** Counts up each time somebody takes it: who holds an older number has lost it. */
  attempt: Generated<number>;
  /** How often in a row it failed for a reason that may pass. */
  failures: Generated<number>;
  worker: string | null;
  lease_until: Date | null;
  /** When a person said that what had been sent before, and nobody can look up, has arrived. */
  arrived_at: Generated<Date | null>;
  /** When it was first tried: the date that the post bears. */
  began_at: Date | null;
  published_at: Date | null;
  read_at: Date | null;
  /** When it is read once more. */
  read_again_at: Date | null;
  receipt: Json<unknown> | null;
  reason: Json<unknown> | null;
  differences: Json<unknown> | null;
  conflict: Json<unknown> | null;
}

/** What is done once for a version at a target. */
export interface PublicationStepsTable {
  publication: string;
  version: number;
  round: number;
  step: string;
  began_at: Date;
  ended_at: Date | null;
  result: Json<unknown> | null;
}

/** The list that a scan came to. */
export interface ScansTable {
  task: string;
  found: Json<unknown>;
}

/** The tables of the store, in the schema `assay`. */
export interface Tables {
  snapshots: SnapshotsTable;
  answers: AnswersTable;
  schedules: SchedulesTable;
  runs: RunsTable;
  tasks: TasksTable;
  steps: StepsTable;
  drafts: DraftsTable;
  revisions: RevisionsTable;
  files: FilesTable;
  approvals: ApprovalsTable;
  comments: CommentsTable;
  events: EventsTable;
  tokens: TokensTable;
  paces: PacesTable;
  calls: CallsTable;
  left_out: LeftOutTable;
  alarms: AlarmsTable;
  deliveries: DeliveriesTable;
  workers: WorkersTable;
  condemned: CondemnedTable;
  referred: ReferredView;
  hooks: HooksTable;
  hook_deliveries: HookDeliveriesTable;
  scans: ScansTable;
  corrections: CorrectionsTable;
  releases: ReleasesTable;
  release_files: ReleaseFilesTable;
  publications: PublicationsTable;
  publication_steps: PublicationStepsTable;
  people: PeopleTable;
  sessions: SessionsTable;
  accounts: AccountsTable;
  verifications: VerificationsTable;
  invitations: InvitationsTable;
}
