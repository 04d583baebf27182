import {once} from "node:events";
import {request} from "node:http";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type Preview, servePreview} from "../../src/cli/preview.ts";

let preview: Preview;
beforeAll(async () => {
  preview = await servePreview(0);
  preview.show(
    new Map([
      ["note.html", "<p>x</p>"],
      ["charts/a b.svg", "<svg></svg>"],
    ]),
  );
});
afterAll(() => preview.close());

/** What is answered to exactly that path, which no client tidies before. */
async function ask(path: string, host = new URL(preview.address).host) {
  const {hostname, port} = new URL(preview.address);
  const sent = request({hostname, port, path, headers: {host}});
  sent.end();
  const [answer] = await once(sent, "response");
  let text = "";
  for await (const chunk of answer) text += chunk;
  return {status: answer.statusCode as number, headers: answer.headers, text};
}

test.each(["/note/%", "/note/%zz", "/note/%E0%A4%A", "/note/a%2", "/%"])(
  "%s is not well formed, and that is all that is said",
  async path => {
    const {status, text} = await ask(path);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/\bat |Error|node_modules/);
  },
);

test("a file is found by its encoded name", async () => {
  expect(await ask("/note/charts/a%20b.svg")).toMatchObject({status: 200, text: "<svg></svg>"});
});

test("no path makes the preview fail", async () => {
  const path = fc
    .array(fc.constantFrom(..."%/.?#a2F\\:@&=;", "%2e", "%00", "%ff", "note", ".."), {
      maxLength: 12,
    })
    .map(parts => `/note/${parts.join("").replace(/#/g, "")}`);
  await fc.assert(
    fc.asyncProperty(path, async one => {
      expect((await ask(one)).status).toBeLessThan(500);
    }),
    {numRuns: 200},
  );
});

test.each(["/", "/watch.js", "/watch.css", "/note/note.html", "/note/none", "/note/%", "/other"])(
  "%s comes with a policy that no page from elsewhere can frame",
  async path => {
    const {headers} = await ask(path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toMatch(/frame-ancestors '(?:none|self)'$/);
    expect(headers["x-frame-options"]).toMatch(/^(?:DENY|SAMEORIGIN)$/);
    expect(headers).toMatchObject({"x-content-type-options": "nosniff"});
    if (path.startsWith("/note/")) expect(policy).not.toContain("script-src");
  },
);

test("a request by another name is refused, with the same headers", async () => {
  const {status, headers} = await ask("/note/note.html", "evil.example");
  expect(status).toBe(403);
  expect(headers).toHaveProperty("content-security-policy");
});
