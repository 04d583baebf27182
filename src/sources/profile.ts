import {stat} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "yaml";
import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {complaintsOf} from "../model/complaints.ts";
import {ExpectedError, UsageError} from "../model/errors.ts";
import {fileSlug} from "../model/fileSlug.ts";
import type {LeftOut, ProfileFact} from "../model/market.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import type {Reading, ReadingContext} from "./reading.ts";

/** A statement is a sentence or two, not an article. */
const longestStatement = 600;
/** Larger files are no profile: they would fill the snapshot. */
const mostBytes = 256 * 1024;
/** A larger one is not even looked into. */
const mostRead = 16 * 2 ** 20;

const sentence = z
  .string({error: "a sentence"})
  .max(longestStatement, {error: `no more than ${longestStatement} characters`})
  .regex(/\S[.!?…][”’»"')]?\s*$/, {error: "a whole sentence, with its full stop"});

/** No user before an @, and nothing that ends a link in Markdown or HTML: write it as %28 and so on. */
const plainAddress = /^https:\/\/[^/?#@\\]+(?:[/?#][^\s\p{C}()[\]<>"'`\\^{|}]*)?$/u;

const day = {error: "a day, such as 2026-03-20"};
const topics = ["purpose", "economics", "supply", "governance", "thesis", "risk", "watch"] as const;

const factSchema = z.strictObject({
  id: z
    .string({error: "an id"})
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, {error: "lower-case letters, digits and hyphens"})
    .describe("Names the fact within the profile; it stays when the fact is brought up to date"),
  topic: z
    .enum(topics, {error: `one of ${topics.join(", ")}`})
    .describe("Decides where the note uses it"),
  statement: z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {error: "a locale such as en or tr"}),
      sentence,
      {error: "sentences by locale"},
    )
    .describe("By locale, a whole sentence each"),
  source: z
    .strictObject(
      {
        name: z
          .string({error: "the document's name"})
          .min(1, {error: "the document's name"})
          .max(200, {error: "no more than 200 characters"})
          .describe("The document, as a reader would look for it"),
        href: z
          .url({
            protocol: /^https$/,
            hostname: z.regexes.domain,
            error: "an address that begins with https://",
          })
          .regex(plainAddress, {error: "an address without user, spaces, brackets or quotes"})
          .describe("Where it is read, with https"),
      },
      {error: "{name, href} of the document"},
    )
    .describe("Where the fact was read"),
  date: z.iso.date(day).describe("The day that the fact is true of"),
  expires: z.iso.date(day).describe("The last day on which it may be used"),
});

/** A file of facts about one protocol. Its JSON Schema is in `docs/schemas`. */
export const profileSchema = z
  .strictObject({
    schema: z.literal("assay/profile@1", {error: "assay/profile@1"}),
    asset: z
      .string({error: "the coin's id"})
      .min(1, {error: "the coin's id"})
      .describe("The coin, by its provider's id"),
    facts: z.array(factSchema, {error: "a list of facts"}),
  })
  .describe("Facts about a protocol that an editor maintains");

/** The file as a whole: its facts are checked one by one. */
const outline = profileSchema.extend({
  facts: z.array(z.unknown(), {error: "a list of facts"}),
});

/**
 * The asset's profile as it lies in the folder, byte for byte, for the snapshot. Undefined where
 * the folder has none.
 *
 * @throws UsageError when the folder is none, or the file cannot be read
 */
export async function gatherProfile(
  folder: string,
  {id}: Asset,
  asOf: string,
): Promise<Answer | undefined> {
  const file = `${fileSlug(id)}.yaml`;
  const path = join(folder, file);
  const body = await profileAt(path, folder);
  return (
    body && {
      source: "profile",
      endpoint: id,
      query: {asset: id},
      url: `profiles/${file}`,
      fetchedAt: asOf,
      mediaType: "application/yaml",
      body,
    }
  );
}

async function profileAt(path: string, folder: string): Promise<Buffer | undefined> {
  try {
    return await readRegularFile(path, mostRead, cause => cause);
  } catch (cause) {
    if (cause instanceof ExpectedError) throw cause;
    const {code, message} = cause as NodeJS.ErrnoException;
    const there = await stat(folder).catch(() => undefined);
    if (code === "ENOENT" && there?.isDirectory()) return undefined;
    throw new UsageError(
      there?.isDirectory()
        ? `the profile ${path} cannot be read: ${message}`
        : `no folder of profiles at ${folder}: give another one with --profiles, or none with --no-profiles`,
      {cause},
    );
  }
}

/**
 * The facts that may be used as of the instant, and those that may not, with why. A file that is no
 * profile gives no fact and is named; it stops no note.
 */
export function readProfile(answer: RecordedAnswer, {asset, asOf}: ReadingContext): Reading {
  if (answer.query.asset !== asset.id) return {};
  const found = outlineOf(answer, asset);
  if (typeof found === "string")
    return {profile: {facts: [], leftOut: [{what: answer.url, reason: found}], file: answer.path}};
  const facts: ProfileFact[] = [];
  const leftOut: LeftOut[] = [];
  found.forEach((one, i) => {
    const parsed = factSchema.safeParse(one);
    const reason = parsed.success
      ? whyNot(parsed.data, facts, asOf.slice(0, 10))
      : faultOf(factSchema, parsed.error, one);
    if (parsed.success && !reason) facts.push(cleaned(parsed.data));
    else leftOut.push({what: `${asset.id}/${nameOf(one, i)}`, reason: reason!});
  });
  return {profile: {file: answer.path, facts, leftOut}};
}

/** The facts, unchecked; or why the file is no profile of the asset. */
function outlineOf({body}: RecordedAnswer, asset: Asset): readonly unknown[] | string {
  if (body.length > mostBytes) return `no profile: larger than ${mostBytes / 1024} KiB`;
  let content: unknown;
  try {
    content = parse(body.toString("utf8"), {logLevel: "error"});
  } catch (error) {
    return `no YAML: ${displayText((error as Error).message.split("\n")[0]!, 200)}`;
  }
  const result = outline.safeParse(content);
  if (!result.success) return `no profile: ${faultOf(outline, result.error, content)}`;
  if (result.data.asset !== asset.id)
    return `a profile of another coin: asset is "${displayText(result.data.asset, 60)}"`;
  return result.data.facts;
}

function whyNot(fact: ProfileFact, before: readonly ProfileFact[], today: string) {
  if (before.some(({id}) => id === fact.id)) return "another fact has the same id";
  if (fact.expires < fact.date) return `expires on ${fact.expires}, before its date, ${fact.date}`;
  if (fact.date > today) return `dated ${fact.date}, later than the note`;
  if (fact.expires < today) return `expired on ${fact.expires}`;
  return undefined;
}

/** The first fault: where, which value, and what would be right. */
function faultOf(schema: z.ZodType, {issues}: z.ZodError, value: unknown): string {
  const [issue] = issues as [z.core.$ZodIssue];
  const [complaint = ""] = complaintsOf(schema, issue, value);
  return displayText(`${issue.path[0] === "source" ? "uncited: " : ""}${complaint}`, 200);
}

/** Facts that are none may still have an id to be named by. */
function nameOf(fact: unknown, index: number): string {
  const id = (fact as {readonly id?: unknown} | null | undefined)?.id;
  return typeof id === "string" && id !== "" ? displayText(id) : `facts.${index}`;
}

/** On one line, without what is not seen. */
function cleaned(fact: ProfileFact): ProfileFact {
  const statements = Object.entries(fact.statement).map(([locale, text]) => [
    locale,
    displayText(text, longestStatement),
  ]);
  return {
    ...fact,
    statement: Object.fromEntries(statements),
    source: {name: displayText(fact.source.name, 200), href: fact.source.href},
  };
}
