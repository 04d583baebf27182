import {execFileSync} from "node:child_process";
import {once} from "node:events";
import {readFileSync, rmSync, statSync} from "node:fs";
import {request} from "node:https";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {afterAll, beforeAll, expect, test} from "vitest";
import {assay, expectRefusal, filesBelow} from "../cli/support.ts";
import {temporary} from "../store/testStore.ts";
import {password} from "./peopleRoom.ts";
import {configure, type DeskProcess, layProject, startDesk} from "./process.ts";

let folder: string;
let desk: DeskProcess;
const file = (name: string) => join(folder, name);
const tls = () => ["--tls-key", file("key.pem"), "--tls-cert", file("cert.pem")];

beforeAll(async () => {
  folder = temporary();
  layProject(folder, {desk: {url: "https://desk.example"}});
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-keyout", file("key.pem"), "-out", file("cert.pem"), "-days", "2"],
      ...["-subj", "/CN=desk.example", "-addext", "subjectAltName=DNS:desk.example"],
    ],
    {stdio: "ignore"},
  );
  desk = await startDesk(folder, ["--host", "0.0.0.0", ...tls()]);
});
afterAll(async () => {
  desk?.child.kill("SIGTERM");
  await desk?.ended;
  rmSync(folder, {recursive: true, force: true});
});

interface Asking {
  readonly body?: object;
  readonly cookie?: string;
}

/** As a browser that finds the desk by its name. */
async function ask(path: string, {body, cookie}: Asking = {}) {
  const sent = request({
    host: "127.0.0.1",
    port: new URL(desk.address).port,
    path,
    servername: "desk.example",
    ca: readFileSync(file("cert.pem")),
    method: body ? "POST" : "GET",
    headers: {
      host: "desk.example",
      origin: "https://desk.example",
      ...(body && {"content-type": "application/json"}),
      ...(cookie !== undefined && {cookie}),
    },
  }).end(body && JSON.stringify(body));
  const [answer] = await once(sent, "response");
  const {statusCode: status, headers} = answer;
  return {status, headers, text: await text(answer)};
}

test("beyond this machine it speaks TLS, and its cookies go nowhere else", async () => {
  const link = desk.welcome() ?? "";
  expect(link).toMatch(/^https:\/\/desk\.example\/welcome#[\w-]{43}$/);
  const [, secret = ""] = link.split("#");
  const body = {secret, name: "Olga", email: "olga@example.org", password};
  const entered = await ask("/api/welcome", {body});
  expect([entered.status, entered.text]).toEqual([204, ""]);
  expect(entered.headers["strict-transport-security"]).toMatch(/max-age=31536000/);
  const [line = ""] = entered.headers["set-cookie"] ?? [];
  expect(line).toMatch(/^__Host-assay\.session_token=/);
  for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
    expect(line.toLowerCase()).toContain(attribute.toLowerCase());
  expect(line).not.toMatch(/domain=/i);
  const [cookie = ""] = line.split(";");
  expect(JSON.parse((await ask("/api/session", {cookie})).text)).toMatchObject({role: "owner"});
  expect(desk.log()).not.toContain(secret);
  const secretFile = join(folder, ".assay/auth-secret");
  expect(statSync(secretFile).mode & 0o777).toBe(0o600);
  // Neither the password nor the link's secret is anywhere, and the secret of sessions in its file alone.
  const own = readFileSync(secretFile, "utf8").trim();
  for (const name of filesBelow(join(folder, ".assay"))) {
    const path = join(folder, ".assay", name);
    if (!statSync(path).isFile()) continue; // a socket of the database
    const content = readFileSync(path, "latin1");
    for (const one of [password, secret, ...(name === "auth-secret" ? [] : [own])])
      expect([name, content.includes(one)]).toEqual([name, false]);
  }
});

test("who has lost the password gets a link at this machine, and the ledger's name stays", async () => {
  const list = await assay(folder, ["people", "list", "--json"]);
  expect(JSON.parse(list.stdout)).toMatchObject({people: [{name: "Olga", role: "owner"}]});
  const made = await assay(folder, ["people", "reset", "OLGA@example.org", "--quiet"]);
  const [, secret = ""] = /^https:\/\/desk\.example\/reset#([\w-]{43})\n$/.exec(made.stdout) ?? [];
  const next = "seven grey herons waiting";
  const weak = await ask("/api/session/reset", {body: {secret, password: "olga@example"}});
  expect(weak.status).toBe(422);
  expect((await ask("/api/session/reset", {body: {secret, password: next}})).status).toBe(204);
  expect((await ask("/api/session/reset", {body: {secret, password: next}})).status).toBe(403);
  const signIn = async (one: string) =>
    (await ask("/api/session", {body: {email: "olga@example.org", password: one}})).status;
  expect([await signIn(password), await signIn(next)]).toEqual([401, 204]);
  expectRefusal(await assay(folder, ["people", "reset", "no@example.org"]), 2, "assay people list");
  expectRefusal(await assay(folder, ["people", "invite", "a@example.org"]), 2, "--role");
  expectRefusal(await assay(folder, ["people", "remove"]), 2, "list, invite, reset");
});

test("a key without a certificate, or one that is none, is said at the start", async () => {
  const start = (...args: string[]) => assay(folder, ["desk", "--port", "0", ...args]);
  expectRefusal(await start("--tls-key", file("key.pem")), 2, "--tls-cert");
  expectRefusal(await start("--tls-key", "none", "--tls-cert", "none"), 2, "--tls-key is none");
  const wrong = ["--tls-key", file("cert.pem"), "--tls-cert", file("cert.pem")];
  expectRefusal(await start(...wrong), 2, "PEM");
  configure(folder, {desk: {secretFrom: "NOT_SET_ANYWHERE"}});
  expectRefusal(await start(), 2, "NOT_SET_ANYWHERE");
});
