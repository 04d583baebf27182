import {z} from "zod";
import type {Tables} from "../tables.ts";

/**
 * Whether a backup has the rows of a table. Each stands after those that it refers to. What is left
 * out is true of the processes of one moment only, or is reckoned anew.
 */
const inBackup: Readonly<Record<keyof Tables, boolean>> = {
  snapshots: true,
  answers: true,
  schedules: true,
  runs: true,
  tasks: true,
  steps: true,
  drafts: true,
  revisions: true,
  files: true,
  approvals: true,
  comments: true,
  events: true,
  tokens: true,
  paces: true,
  calls: true,
  left_out: true,
  alarms: true,
  deliveries: true,
  hooks: true,
  hook_deliveries: true,
  scans: true,
  corrections: true,
  releases: true,
  release_files: true,
  publications: true,
  publication_steps: true,
  workers: false,
  condemned: false,
  referred: false,
  people: true,
  // Whoever is let in by a copy would be let in beside it: after a restore all sign in anew.
  sessions: false,
  accounts: true,
  verifications: false,
  // Links that lapse within days.
  invitations: false,
};

export type Table = keyof Tables;

export const isTable = (name: string): name is Table =>
  Object.hasOwn(inBackup, name) && inBackup[name as Table];

export const tables: readonly Table[] = Object.keys(inBackup).filter(isTable);

/** The first file of a backup. After it come `blobs/<sha256>`, then `tables/<name>/<number>.ndjson`. */
export const manifestName = "manifest.json";
export const manifestSchema = z.object({
  schema: z.literal("assay/backup@1"),
  at: z.iso.datetime().describe("The instant that it is of, by the clock of the database"),
  generator: z.string(),
  migration: z.string().describe("The newest that the store had"),
  tables: z.record(z.string(), z.int().min(0)).describe("How many rows of each"),
  events: z.object({
    head: z.string().describe("Digest of the last event; empty where there is none"),
    faults: z.array(z.string()).describe("What was wrong with the chain then"),
  }),
});

export type BackupManifest = z.infer<typeof manifestSchema>;
