import {expect, test} from "vitest";
import {draftsSchema} from "../../src/desk/api/shapes.ts";
import {ask, startDesk} from "../desk/process.ts";
import {until} from "../jobs/newsroom.ts";
import {assay, temporary} from "./support.ts";

test("desk --demo has drafts to try, one with a fault to mend and one published, each once", async () => {
  using place = temporary();
  const project = ["--store", ".assay/demo", "--config", ".assay/demo/assay.config.json"];
  const titles = async () => {
    const desk = await startDesk(place.path, ["--demo"]);
    const name = `at-${desk.child.pid}`;
    const made = await assay(place.path, [
      "token",
      "create",
      "--name",
      name,
      "--role",
      "viewer",
      "--json",
      ...project,
    ]);
    const {token} = JSON.parse(made.stdout);
    const drafts = async () =>
      draftsSchema.parse(await (await ask(desk.address, "/api/drafts", {token})).json()).drafts;
    const is = (found: Awaited<ReturnType<typeof drafts>>, wanted: string, open: number) =>
      found.some(({state, faults}) => state === wanted && faults === open);
    await until(async () => {
      const found = await drafts();
      return is(found, "in-review", 1) && is(found, "published", 0);
    });
    const found = await drafts();
    expect(await (await ask(desk.address, "/api/session/ways", {})).json()).toEqual({
      oidc: false,
      owner: true,
      demo: true,
    });
    const site = await ask(desk.address, "/site/", {});
    expect(await site.text()).toContain("Bittensor");
    desk.child.kill("SIGTERM");
    await desk.ended;
    return found.map(({title, faults, state}) => `${state} ${faults} ${title}`);
  };
  const first = await titles();
  expect(first).toHaveLength(9);
  expect(first.filter(one => one.startsWith("draft 0 "))).toHaveLength(7);
  expect(first.filter(one => one.startsWith("published 0 Bittensor"))).toHaveLength(1);
  expect(first.filter(one => one.startsWith("in-review 1 Tessilith"))).toHaveLength(1);
  expect(await titles()).toEqual(first);
}, 180_000);
