import {expect, test, vi} from "vitest";
import {FaultsFound} from "../src/model/errors.ts";
import {renderMarkdown} from "../src/render/markdown.ts";
import {report} from "../src/report.ts";
import {gather} from "../src/sources/gather.ts";

vi.mock(import("../src/render/markdown.ts"), async original => {
  const real = await original();
  return {...real, renderMarkdown: vi.fn(real.renderMarkdown)};
});

const now = () => new Date("2026-11-22T12:00:00Z");
const http = {now, sleep: async () => {}, random: () => 0};
const asOf = "2026-03-21T21:07:00Z";
const write = () =>
  report({coin: "bittensor", source: "files", data: "samples/bittensor", asOf}, ["md"], {
    now,
    gather: order => gather(order, {env: {}, http}),
    draw: async charts => charts.map(() => "<svg/>"),
    print: () => Promise.reject(new Error("no PDF was asked for")),
  });

test("a note that fails its own check is refused, with every fault named", async () => {
  const real = vi.mocked(renderMarkdown).getMockImplementation()!;
  vi.mocked(renderMarkdown).mockImplementationOnce(
    (...args) => `${real(...args)}\nTAO has decoupled, and we recommend buying it.\n`,
  );
  const refused = await write().catch(error => error);
  expect(refused).toBeInstanceOf(FaultsFound);
  expect(refused.exitCode).toBe(5);
  expect(refused.message).toMatch(
    /2026-03-21-bittensor says what its evidence does not carry.*nothing was written/,
  );
  expect(refused.message).toMatch(/note\.md:\d+:9 {2}decoupling {2}“decoupled”/);
  expect(refused.message).toMatch(/recommendation {2}“we recommend buying”/);
});

test("as it is written, it passes", async () => {
  expect((await write()).files.has("note.md")).toBe(true);
});
