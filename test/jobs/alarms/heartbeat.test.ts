import {createServer} from "node:net";
import {expect, test} from "vitest";
import {heartbeat} from "../../../src/jobs/alarms/heartbeat.ts";
import type {Log, LogFields} from "../../../src/model/log.ts";
import {startAnswerServer} from "../../servers/answerServer.ts";
import {freePort, listen} from "../../servers/listen.ts";

/** A log that keeps what it is told. */
function keptLog(): {readonly log: Log; readonly lines: [LogFields, string][]} {
  const lines: [LogFields, string][] = [];
  const keep = (fields: LogFields, message: string) => void lines.push([fields, message]);
  const log: Log = {info: keep, warn: keep, error: keep, child: () => log};
  return {log, lines};
}

test("each beat asks for the address once, and says nothing where it is taken", async () => {
  await using server = await startAnswerServer();
  server.on("/ping/5b1c", {body: "OK"});
  const {log, lines} = keptLog();
  const beat = heartbeat(`${server.url}/ping/5b1c`, {log});
  await beat();
  await beat();
  expect(server.seen.map(({path}) => path)).toEqual(["/ping/5b1c", "/ping/5b1c"]);
  expect(lines).toEqual([]);
});

test("a monitor that fails in any way is logged by its host alone, and nothing is thrown", async () => {
  await using server = await startAnswerServer();
  server.on("/ping/5b1c", {status: 500});
  await using mute = await listen(createServer());
  const {log, lines} = keptLog();
  await heartbeat(`${server.url}/ping/5b1c`, {log})();
  await heartbeat(`http://127.0.0.1:${mute.port}/ping/5b1c`, {log, timeoutMs: 100})();
  await heartbeat(`http://127.0.0.1:${await freePort()}/ping/5b1c`, {log})();
  expect(lines.map(([{status, reason}]) => status ?? reason)).toEqual([
    500,
    "no answer in time",
    "network failure ECONNREFUSED",
  ]);
  expect(JSON.stringify(lines)).not.toContain("5b1c");
});
