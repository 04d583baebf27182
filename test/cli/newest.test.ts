import {resolve} from "node:path";
import {expect, test} from "vitest";
import {assay, temporary} from "./support.ts";

const files = ["--source", "files", "--data", resolve("samples/simulated")];
const at = "2025-07-02T00:00:00Z";

test.each([
  ["note", ["note", "tessilith", "--format", "md"]],
  ["snapshot", ["snapshot", "tessilith"]],
  ["scan", ["scan", "--top", "20"]],
])("%s of recorded data without an instant is as of the newest, and says so", async (_, args) => {
  using place = temporary();
  const {stdout, stderr} = await assay(place.path, [...args, ...files, "--json"]);
  expect(stderr).toContain(`as of ${at}, the newest that the data have`);
  expect(JSON.parse(stdout)).toMatchObject({asOf: at});
});

test("a coin that the data do not have is named as ever", async () => {
  using place = temporary();
  const {code, stderr} = await assay(place.path, ["note", "nobody", ...files]);
  expect({code, stderr}).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no coin "nobody"'),
  });
});
