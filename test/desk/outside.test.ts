import {once} from "node:events";
import {connect} from "node:net";
import {text} from "node:stream/consumers";
import {expect, test} from "vitest";
import {serveDesk} from "../../src/desk/server.ts";
import {newsroom, openDesk} from "./newsroom.ts";

// What comes from outside in a form that nobody asked for.

interface Schema {
  readonly $ref?: string;
  readonly additionalProperties?: unknown;
}
interface Operation {
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>};
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>};
}

/** Every route that takes JSON, with the schema of what it takes. */
async function takingJson({ask}: ReturnType<typeof openDesk>) {
  const {paths, components} = (await (await ask("/api/openapi.json")).json()) as Document;
  const named = ({$ref = ""}: Schema) => components.schemas[$ref.split("/").at(-1) ?? ""];
  const taking = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, {requestBody}]) => {
      const schema = requestBody?.content["application/json"]?.schema;
      const at = path.replace("{id}", "d1").replace(/\{\w+\}/g, "x");
      return schema ? [{method: method.toUpperCase(), at, schema: named(schema) ?? schema}] : [];
    }),
  );
  expect(taking.length).toBeGreaterThan(12);
  return taking;
}

test("what is to be JSON is refused as anything that a form of another page can send", async () => {
  const desk = openDesk();
  for (const {method, at} of await takingJson(desk))
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const headers = {"content-type": type};
      const {status} = await desk.ask(at, {as: "owner", method, body: "{}", headers});
      expect([method, at, type, status]).toEqual([method, at, type, 415]);
    }
});

test("whatever takes JSON takes the fields that it names, and no other", async () => {
  for (const {method, at, schema} of await takingJson(openDesk()))
    expect([method, at, schema.additionalProperties]).toEqual([method, at, false]);
});

test("a method is what the request says, whatever headers and queries say of it", async () => {
  const room = newsroom();
  const {ask} = openDesk(room);
  for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
    const headers = {[name]: "POST"};
    expect((await ask("/api/drafts?_method=DELETE", {as: "owner", headers})).status).toBe(200);
    expect((await ask("/api/notes?_method=POST", {as: "owner", headers})).status).toBe(404);
  }
  for (const method of ["PROPFIND", "DELETE", "QUERY"])
    expect((await ask("/api/drafts", {as: "owner", method})).status).toBe(404);
  expect(room.orders).toEqual([]);
});

test("fields that an object has of itself are fields that nobody knows", async () => {
  const room = newsroom();
  const {ask} = openDesk(room);
  const headers = {"content-type": "application/json"};
  for (const field of ["__proto__", "constructor", "prototype"]) {
    const body = `{"coin": "bitcoin", "${field}": {"role": "owner"}}`;
    expect((await ask("/api/notes", {as: "writer", body, headers})).status).toBe(422);
  }
  expect(room.orders).toEqual([]);
  expect("role" in {}).toBe(false);
});

test("a parameter that comes twice is refused", async () => {
  const room = newsroom();
  const asked: unknown[] = [];
  const {ask} = openDesk({
    ...room,
    runs: async query => {
      asked.push(query);
      return room.runs(query);
    },
  });
  const answer = await ask("/api/runs?limit=1&limit=50&schedule=a&schedule=b", {as: "viewer"});
  expect([answer.status, asked]).toEqual([422, []]);
});

test("a body that does not say how long it is is read no further than the limit", async () => {
  const {app} = openDesk();
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 2 ** 16;
      controller.enqueue(new Uint8Array(2 ** 16).fill(0x20));
    },
  });
  const request = new Request("http://localhost:4100/api/session", {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect((await app.request(request)).status).toBe(413);
  expect(sent).toBeLessThan(2 ** 21);
});

test("markup in what people write comes back as what it was, in JSON that no browser shows as a page", async () => {
  const {ask} = openDesk();
  const words = "<img src=x onerror=alert(1)> &amp; </script>";
  const answer = await ask("/api/drafts/d1/comments", {
    as: "writer",
    body: {anchor: {quote: "Şöyle"}, text: words},
  });
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.json()).toMatchObject({text: words});
});

test("every answer with words says in what they are written", async () => {
  const {ask} = openDesk();
  for (const path of ["d1", "d1/text", "d1/note.html", "d1/evidence.json", "none"]) {
    const answer = await ask(`/api/drafts/${path}`, {as: "viewer"});
    expect(answer.headers.get("content-type")).toMatch(
      /^application\/(?:problem\+)?json$|^text\/\w+; ?charset=utf-8$/i,
    );
  }
});

test("what is given out to be kept has the program's own name", async () => {
  const {ask} = openDesk();
  for (const file of ["note.html", "note.pdf", "evidence.json"]) {
    const asked = `/api/drafts/d1/${file}?filename=run.exe&name=%0d%0aSet-Cookie:a=b`;
    const {headers} = await ask(asked, {as: "viewer"});
    expect(headers.get("content-disposition")).toBe(`inline; filename="${file}"`);
    expect(headers.has("set-cookie")).toBe(false);
  }
});

test("no other site's page holds a window of the desk, or shows its pictures and files", async () => {
  const {ask} = openDesk();
  for (const path of [
    "/api/drafts/d1/note.html",
    "/api/drafts/d1/note.pdf",
    "/api/drafts",
    "/no",
  ]) {
    const {headers} = await ask(path, {as: "viewer"});
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("over a connection nothing says what the desk is made of, and what could be read in two ways is not read", async () => {
  const {app} = openDesk();
  await using server = await served(app.fetch);
  const health = await server.send(["GET /healthz HTTP/1.1", "Host: localhost"]);
  expect(health).toMatch(/^HTTP\/1.1 200 /);
  expect(health).not.toMatch(/^(?:server|x-powered-by|via):/im);
  const post = ["POST /api/session HTTP/1.1", "Host: localhost", "Content-Type: application/json"];
  expect(await server.send([...post, "Content-Length: 2"], "{}")).toMatch(/^HTTP\/1.1 422 /);
  for (const length of [
    ["Content-Length: 2", "Transfer-Encoding: chunked"],
    ["Content-Length: 2", "Content-Length: 3"],
    ["Transfer-Encoding: chunked, identity"],
    ["Transfer-Encoding : chunked"],
    ["Content-Length: +2"],
  ])
    expect(await server.send([...post, ...length], "{}")).toMatch(/^HTTP\/1.1 400 /);
});

async function served(fetch: Parameters<typeof serveDesk>[0]["fetch"]) {
  const server = await serveDesk({host: "127.0.0.1", port: 0, fetch});
  return {
    /** What comes back for a request as it is written. */
    async send(head: readonly string[], body = ""): Promise<string> {
      const socket = connect(Number(new URL(server.address).port), "127.0.0.1");
      await once(socket, "connect");
      socket.write(`${[...head, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
      return await text(socket);
    },
    [Symbol.asyncDispose]: () => server.close(0),
  };
}
