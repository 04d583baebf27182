import {resolve} from "node:path";
import {expect, test} from "vitest";
import {UsageError} from "../../../src/model/errors.ts";
import {blobPlace, openBlobs} from "../../../src/store/blobs/open.ts";
import {s3Settings} from "../../../src/store/blobs/s3Settings.ts";
import {fakeTime} from "../../servers/fakeTime.ts";

const keys = {AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "very-secret"};

test.each([
  [undefined, {folder: "beside"}],
  ["", {folder: "beside"}],
  ["/mnt/blobs", {folder: "/mnt/blobs"}],
  ["blobs", {folder: resolve("blobs")}],
  ["s3://notes", {url: "s3://notes"}],
])("ASSAY_BLOBS=%s names %j", (named, place) =>
  expect(blobPlace({ASSAY_BLOBS: named}, "beside")).toEqual(place),
);

test.each(["https://s3.example.org/notes", "gs://notes", "file:///mnt/blobs", "S3://notes"])(
  "ASSAY_BLOBS=%s is refused with what is expected",
  named => {
    expect(() => blobPlace({ASSAY_BLOBS: named}, "beside")).toThrow(UsageError);
    expect(() => blobPlace({ASSAY_BLOBS: named}, "beside")).toThrow("s3://bucket/prefix");
  },
);

test("Amazon's own server goes by its region, another by its address", () => {
  expect(s3Settings("s3://notes/desk/", {...keys, AWS_REGION: "eu-central-1"})).toEqual({
    endpoint: "https://s3.eu-central-1.amazonaws.com/notes",
    region: "eu-central-1",
    accessKeyId: "AKIAEXAMPLE",
    secretAccessKey: "very-secret",
    prefix: "desk/",
    where: "s3://notes/desk at https://s3.eu-central-1.amazonaws.com",
  });
  const env = {
    ...keys,
    AWS_ENDPOINT_URL: "http://other",
    AWS_ENDPOINT_URL_S3: "http://garage:3900/",
  };
  expect(s3Settings("s3://notes", env)).toMatchObject({
    endpoint: "http://garage:3900/notes",
    region: "us-east-1",
    prefix: "",
    where: "s3://notes at http://garage:3900",
  });
});

const garage = {...keys, AWS_ENDPOINT_URL_S3: "http://garage:3900"};

test.each<[string, Record<string, string>, string]>([
  ["s3://notes", keys, "AWS_REGION"],
  ["s3://notes", {...garage, AWS_ACCESS_KEY_ID: ""}, "need AWS_ACCESS_KEY_ID"],
  ["s3://notes", {...garage, AWS_SECRET_ACCESS_KEY: ""}, "need AWS_SECRET_ACCESS_KEY"],
  ["s3://notes", {...garage, AWS_SECRET_ACCESS_KEY: "very-secret\n"}, "a line break in it"],
  ["s3://notes", {...garage, AWS_SESSION_TOKEN: "very-secret"}, "keys that run out"],
  ["s3://notes", {...keys, AWS_ENDPOINT_URL_S3: "garage:3900"}, "garage:3900"],
  ["s3://notes", {...keys, AWS_ENDPOINT_URL_S3: "http://a:very-secret@garage"}, "without keys"],
  ["s3://", garage, "s3://bucket/prefix is expected"],
  ["s3://Notes", garage, "ASSAY_BLOBS is s3://Notes"],
  ["s3://notes/../others", garage, "s3://bucket/prefix is expected"],
  ["s3://notes//desk", garage, "s3://bucket/prefix is expected"],
  ["s3://key:very-secret@notes", garage, "keys belong in AWS_ACCESS_KEY_ID"],
])("%s in %j is refused, without the key", async (url, env, says) => {
  const error = await openBlobs({url}, env, fakeTime()).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toHaveProperty("message", expect.stringContaining(says));
  expect(error).toHaveProperty("message", expect.not.stringContaining("very-secret"));
});
