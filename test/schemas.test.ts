import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {Ajv2020} from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {z} from "zod";
import {configSchema} from "../src/config/schema.ts";
import {draftSchema} from "../src/model/draft.ts";
import {evidenceSchema} from "../src/model/evidence.ts";
import {faultsSchema} from "../src/model/fault.ts";
import {manifestSchema} from "../src/snapshots/folder.ts";
import {manifestText} from "../src/snapshots/record.ts";
import {datasetSchema} from "../src/sources/dataset.ts";
import {profileSchema} from "../src/sources/profile.ts";
import {sectorsSchema} from "../src/sources/sector.ts";
import {recordedData, recordedTest} from "./recorded.ts";
import {walk} from "./walk.ts";

const root = resolve(import.meta.dirname, "..");
const schemas = [
  {name: "config", id: "urn:assay:config:1", title: "Assay configuration", schema: configSchema},
  {name: "dataset", id: "urn:assay:dataset:1", title: "Assay dataset", schema: datasetSchema},
  {name: "draft", id: "urn:assay:draft:1", title: "Assay draft", schema: draftSchema},
  {name: "evidence", id: "urn:assay:evidence:1", title: "Assay evidence", schema: evidenceSchema},
  {name: "profile", id: "urn:assay:profile:1", title: "Assay profile", schema: profileSchema},
  {name: "sectors", id: "urn:assay:sectors:1", title: "Assay sectors", schema: sectorsSchema},
  {name: "faults", id: "urn:assay:faults:1", title: "Assay faults", schema: faultsSchema},
  {name: "snapshot", id: "urn:assay:snapshot:1", title: "Assay snapshot", schema: manifestSchema},
];

const pathOf = (name: string) => join(root, `docs/schemas/${name}.schema.json`);

/** What a file must look like to be read; fields that have a default may be left out. */
function jsonSchema({id, title, schema}: (typeof schemas)[number]): string {
  const {$schema, ...rest} = z.toJSONSchema(schema, {io: "input"});
  return formatted(JSON.stringify({$schema, $id: id, title, ...rest}));
}

/** As `npm run lint` wants it. */
function formatted(json: string): string {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "format", "--stdin-file-path=docs/schemas/any.schema.json"];
  return execFileSync(process.execPath, args, {cwd: root, input: json, encoding: "utf8"});
}

// After a change to a schema in src: npm run schemas
test.each(schemas)("the schema of $name is what src says", async one => {
  await expect(jsonSchema(one)).toMatchFileSnapshot(pathOf(one.name));
});

/** The faults that an independent validator finds by the schema file. */
function faults(name: string, json: string): unknown {
  const ajv = new Ajv2020({strict: true, allowUnionTypes: true, allErrors: true});
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(pathOf(name), "utf8")));
  return validate(JSON.parse(json)) ? [] : validate.errors;
}

const dataset = (folder: string) => readFileSync(join(folder, "dataset.json"), "utf8");

test.each(["bittensor", "simulated"])("the %s sample follows the schema of datasets", name => {
  expect(faults("dataset", dataset(join(root, "samples", name)))).toEqual([]);
});

recordedTest("the recorded data follow the schema of datasets", () => {
  expect(faults("dataset", dataset(recordedData))).toEqual([]);
});

test.each([
  {coin: "tessilith", sample: "simulated", asOf: "2025-07-02T00:00:00Z"},
  {coin: "bittensor", sample: "bittensor", asOf: "2026-03-21T21:07:00Z"},
])("a new note on $coin leaves evidence and a snapshot that follow theirs", async order => {
  const data = join(root, "samples", order.sample);
  const note = await walk({...order, data});
  expect(faults("evidence", String(note.files.get("evidence.json")))).toEqual([]);
  expect(faults("snapshot", manifestText(note.snapshot))).toEqual([]);
});

test("the profiles and sectors that come along follow theirs", () => {
  const folder = join(root, "profiles");
  for (const name of readdirSync(folder)) {
    const content = JSON.stringify(parse(readFileSync(join(folder, name), "utf8")));
    expect(faults(name === "_sectors.yaml" ? "sectors" : "profile", content), name).toEqual([]);
  }
});

test("the schemas refuse what is wrong", () => {
  const named = JSON.parse(dataset(join(root, "samples/simulated")));
  const wrong = (change: object) => faults("dataset", JSON.stringify({...named, ...change}));
  expect(wrong({schema: "assay/dataset@2"})).not.toEqual([]);
  expect(wrong({assets: {...named.assets, file: "../assets.csv"}})).not.toEqual([]);
  expect(wrong({fiat: [{file: "fiat.csv", layout: "long", unit: "per-usd"}]})).not.toEqual([]);
  expect(faults("evidence", "{}")).not.toEqual([]);
  expect(faults("config", '{"name": "A", "colours": {"accent": "#0b4a6f"}}')).toEqual([]);
  expect(faults("config", '{"colours": {"accent": "blue"}}')).not.toEqual([]);
  expect(faults("config", '{"nme": "A"}')).not.toEqual([]);
  expect(faults("snapshot", "{}")).not.toEqual([]);
});
