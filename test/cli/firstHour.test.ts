import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {runsSchema} from "../../src/desk/api/shapes.ts";
import {reasonsOf} from "../../src/desk/web/runs/progress.ts";
import {ask, startDesk, tokenFor} from "../desk/process.ts";
import {until} from "../jobs/newsroom.ts";
import {assay, temporary} from "./support.ts";

test("a new project's schedule on data that ended says why it made nothing, and an invitation which desk it is for", async () => {
  using place = temporary();
  await assay(place.path, ["init"]);
  const path = join(place.path, "assay.config.ts");
  const config = readFileSync(path, "utf8");
  writeFileSync(path, config.replace(/^ {2}\/\/ (?=schedules: | {2}\w+: |\},$|targets: )/gm, "  "));
  const target = {kind: "site", out: "public"};
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/site: \{.*\}\},/, `site: ${JSON.stringify(target)}},`),
  );
  const desk = await startDesk(place.path);
  const order = await assay(place.path, ["schedule", "run", "morning"]);
  expect(order).toMatchObject({code: 0});
  const history = async () => (await assay(place.path, ["schedule", "history", "morning"])).stdout;
  await until(async () => (await history()).includes("  done "));
  expect(await history()).toMatch(/tessilith: nothing-to-say \(.*2025-07-0\d.*\)/);
  const token = await tokenFor(place.path, "ci", "owner");
  const {runs} = runsSchema.parse(await (await ask(desk.address, "/api/runs", {token})).json());
  expect(runs.flatMap(reasonsOf).map(({says}) => says)).toEqual([
    expect.stringMatching(/2025-07-0\d/),
  ]);
  const invite = (...more: readonly string[]) =>
    assay(place.path, ["people", "invite", "a@example.org", "--role", "editor", ...more]);
  expect((await invite()).stderr).toMatch(/for a desk at http:\/\/127\.0\.0\.1:4100: .* --url/);
  expect((await invite("--url", desk.address)).stderr).not.toMatch(/--url/);
  const doctor = await assay(place.path, ["doctor"]);
  expect(doctor.stdout).toMatch(/target site: the site in public; .*without url .* sitemap\.xml/);
  desk.child.kill("SIGTERM");
  expect((await desk.ended).code).toBe(0);
});
