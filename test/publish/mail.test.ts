import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {
  OutcomeUnknown,
  TargetRefused,
  TargetUnavailable,
  UsageError,
} from "../../src/model/errors.ts";
import type {Release} from "../../src/publish/release.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {freePort} from "../servers/listen.ts";
import {type MailServer, startMailServer} from "../servers/mailServer.ts";
import {memoryJournal, publish, releaseOf, variant} from "./releases.ts";

let note: Release;
beforeAll(async () => {
  note = await releaseOf("bittensor");
}, 60_000);

const three = ["ada@example.org", "bob@example.org", "cem@example.org"];

const open = (
  {url}: Pick<MailServer, "url">,
  settings: {to?: string[]; list?: string; unsubscribe?: string} = {to: three},
  folder = "/",
) =>
  openTarget(
    "letters",
    {kind: "mail", smtpFrom: "SMTP_URL", from: "notes@example.org", ...settings},
    {
      env: {SMTP_URL: url},
      house: {name: "Şirket & Söhne", disclosures: {}},
      folder,
      now: () => new Date(),
      timeoutMs: 5000,
    },
  );

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.unreachable("it was done"),
    (error: Error) => error,
  );
const got = ({mails}: MailServer) => mails.map(({to}) => to.join());

test("each receiver gets a mail of their own: text, HTML and the PDF", async () => {
  await using server = await startMailServer();
  const target = open(server, {to: three, unsubscribe: "https://example.org/off?list=1"});
  const receipt = await publish(target, {...note, home: "https://example.org/notes/a/"});
  expect(got(server)).toEqual(three);
  expect(receipt.address).toBe("https://example.org/notes/a/");
  const [{text = ""} = {}] = server.mails;
  expect(text).toMatch(/^To: ada@example.org\r$/m);
  expect(text).not.toMatch(/bob@|cem@/);
  expect(text).toMatch(/^From: =\?UTF-8\?.*<notes@example.org>\r$/m);
  expect(text).toMatch(/^Subject: Bittensor fell 3\.64% in a day\r$/m);
  expect(text).toMatch(/^List-Unsubscribe: <https:\/\/example\.org\/off\?list=1>\r$/m);
  expect(text).toMatch(/^Content-Type: multipart\/mixed/m);
  expect(text).not.toMatch(/^Content-Type: image\/png/m);
  expect(text).toMatch(/^Content-Type: application\/pdf; name=2026-03-21-bittensor\.pdf\r$/m);
  const parts = decoded(text);
  expect(parts.html).toContain("<h1");
  expect(parts.plain).toContain("Price                   $270.68, down 3.64% in a day");
  expect(parts.plain).toContain("<https://www.coingecko.com/en/coins/bittensor>");
  expect(parts.plain).not.toMatch(/\*\*|^#|!\[/m);
});

test("a mail carries each chart that it shows, and names it to who reads the plain text", async () => {
  await using server = await startMailServer();
  const tessilith = await releaseOf("tessilith");
  await publish(open(server, {to: three.slice(0, 1)}), tessilith);
  const [{text = ""} = {}] = server.mails;
  expect(text.match(/^Content-Type: image\/png/gm)).toHaveLength(5);
  const ids = [...text.matchAll(/^Content-ID: <(.+)>\r$/gim)].map(([, id]) => id);
  const {html, plain} = decoded(text);
  expect([...html.matchAll(/<img [^>]*src="cid:([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
  expect(html).not.toMatch(/(?:href|srcset)="cid:/);
  expect(plain.match(/\[Chart: /g)).toHaveLength(5);
  expect(plain).toContain("[Chart: Change of Tessilith by quote");
});

test("a long note is not cut off by mail programs that show 102 kB", async () => {
  const {parts} = await open({url: "smtp://127.0.0.1"}).rehearse(await releaseOf("tessilith"));
  expect(parts[1]?.bytes).toBeLessThan(102_000);
}, 60_000);

test("whoever has it does not get it again, and another version comes as a mail of its own", async () => {
  await using server = await startMailServer();
  const target = open(server);
  const receipt = await publish(target, note);
  await publish(target, note, {receipt});
  expect(got(server)).toEqual(three);
  const at = "2026-03-22T08:00:00Z";
  const corrected = variant(note, {
    version: 2,
    kind: "corrected",
    corrections: [{at, wrong: "3.64%", right: "3.65%", version: 2}],
  });
  const second = await publish(target, corrected, {receipt});
  expect(server.mails).toHaveLength(6);
  expect(server.mails[3]?.text).toMatch(/^Subject: Corrected: Bittensor fell/m);
  const quiet = variant(corrected, {version: 3, kind: "refiled"});
  const third = await publish(target, quiet, {receipt: second});
  expect(third.digest).toBe(quiet.digest);
  expect(server.mails).toHaveLength(6);
  const gone = variant(note, {
    version: 4,
    kind: "retracted",
    retraction: {at, reason: "The series was another coin's."},
  });
  await publish(target, gone, {receipt: third});
  const last = server.mails.at(-1)?.text ?? "";
  expect(last).toMatch(/^Subject: Retracted: /m);
  expect(decoded(last).plain).toContain("another coin's.");
  expect(last).not.toMatch(/application\/pdf|image\/png/);
  const ids = server.mails.map(({text}) => /^Message-ID: (.*)\r$/im.exec(text)?.[1]);
  expect(new Set(ids).size).toBe(9);
});

test("of a mail whose answer was cut off nobody knows, and it is not sent again unless another order says so", async () => {
  let cuts = true;
  await using server = await startMailServer({
    atEnd: to => (cuts && to === "bob@example.org" ? "cut" : undefined),
  });
  const target = open(server);
  const journal = memoryJournal();
  const error = await failure(publish(target, note, {journal}));
  // The connection ended: the others are tried when it is tried next.
  expect(error).toBeInstanceOf(TargetUnavailable);
  expect(error.message).toMatch(
    /1 of 3 have it.*cem@example\.org get it later; of bob@example\.org/,
  );
  cuts = false;
  const unknown = await failure(publish(target, note, {journal}));
  expect(unknown).toBeInstanceOf(OutcomeUnknown);
  expect(unknown.message).toMatch(/2 of 3 have it; of bob@example\.org .* nobody knows/);
  expect(await failure(publish(target, note, {journal}))).toBeInstanceOf(OutcomeUnknown);
  expect(got(server)).toEqual(three);
  const anotherOrder = memoryJournal(await journal.past());
  await publish(target, note, {journal: anotherOrder});
  expect(got(server)).toEqual([...three, "bob@example.org"]);
  const ids = server.mails.map(({text}) => /^Message-ID: (.*)\r$/im.exec(text)?.[1]);
  expect(ids[3]).toBe(ids[1]);
});

test("what a person says has arrived counts as sent, and is not sent by a later order either", async () => {
  let cuts = true;
  await using server = await startMailServer({
    atEnd: to => (cuts && to === "cem@example.org" ? "cut" : undefined),
  });
  const target = open(server);
  const journal = memoryJournal();
  expect(await failure(publish(target, note, {journal}))).toBeInstanceOf(OutcomeUnknown);
  cuts = false;
  const said = (await journal.past()).map(step => ({...step, isArrived: true}));
  const receipt = await publish(target, note, {journal: memoryJournal(said)});
  expect(receipt).toMatchObject({digest: note.digest, stored: expect.stringContaining("to 3")});
  expect(got(server)).toEqual(three);
});

test("a crash between two receivers leaves the one in doubt alone, and goes on with the others", async () => {
  await using server = await startMailServer();
  const target = open(server);
  const journal = memoryJournal();
  await journal
    .once("mail to ada@example.org (1)", z.unknown(), () => Promise.reject(new Error("killed")))
    .catch(() => {});
  const error = await failure(publish(target, note, {journal}));
  expect(error).toBeInstanceOf(OutcomeUnknown);
  expect(error.message).toContain("ada@example.org (it was interrupted while it was sent)");
  expect(got(server)).toEqual(three.slice(1));
});

test("who is put off gets it later, and who is refused is named, while the others have it", async () => {
  let greylisted = true;
  await using server = await startMailServer({
    refuse: address => {
      if (address === "ada@example.org") return [550, "no such mailbox"];
      return address === "bob@example.org" && greylisted ? [451, "4.7.1 greylisted"] : undefined;
    },
  });
  const journal = memoryJournal();
  const target = open(server);
  const later = await failure(publish(target, note, {journal}));
  expect(later).toBeInstanceOf(TargetUnavailable);
  expect(later.message).toMatch(/1 of 3 have it; bob@example\.org \(.*greylisted.*\) get it later/);
  greylisted = false;
  const refused = await failure(publish(target, note, {journal}));
  expect(refused).toBeInstanceOf(TargetRefused);
  expect(refused.message).toMatch(/2 of 3 have it; ada@example\.org \(.*550.*\) is refused/);
  expect(got(server).toSorted()).toEqual(["bob@example.org", "cem@example.org"]);
  // Taken off the list, and ordered again.
  const receipt = await publish(open(server, {to: three.slice(1)}), note, {journal});
  expect(receipt.digest).toBe(note.digest);
  expect(server.mails).toHaveLength(2);
});

test("a mail that the server refuses once it has it is not taken for sent", async () => {
  await using server = await startMailServer({
    atEnd: to => (to === "ada@example.org" ? [554, "5.7.1 looks like spam"] : undefined),
  });
  const error = await failure(publish(open(server), note));
  expect(error).toBeInstanceOf(TargetRefused);
  expect(error.message).toMatch(/2 of 3 have it; ada@example\.org \(.*554/);
});

test("a server that is away or does not know the password begins nothing", async () => {
  const journal = memoryJournal();
  const away = open({url: `smtp://127.0.0.1:${await freePort()}`});
  const error = await failure(publish(away, note, {journal}));
  expect(error).toBeInstanceOf(TargetUnavailable);
  expect(error.message).toContain("ECONNREFUSED");
  await using server = await startMailServer({password: "the-right-one"});
  const wrong = open({url: server.url.replace("//", "//desk:wr%40ng-pass-77@")});
  for (const work of [() => publish(wrong, note, {journal}), () => wrong.prove()]) {
    const refused = await failure(work());
    expect(refused).toBeInstanceOf(TargetRefused);
    expect(refused.message).toMatch(/535.*SMTP_URL/);
    expect(refused.message).not.toMatch(/wr(@|%40)ng/);
  }
  expect(journal.steps.size).toBe(0);
  const right = open({url: server.url.replace("//", "//desk:the-right-one@")});
  expect(await right.prove()).toBe("lets us in; 3 receivers (no mail was sent)");
  expect(server.mails).toEqual([]);
});

test("the list is a file with one address a line, and each is held to be one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assay-mail-"));
  try {
    const list = join(folder, "list.txt");
    await using server = await startMailServer();
    await writeFile(
      list,
      "\ufeff# readers\r\nada@example.org\r\n\r\nADA@example.org\ndan@example.org",
    );
    await publish(open(server, {list: "list.txt"}, folder), note);
    expect(got(server)).toEqual(["ADA@example.org", "dan@example.org"]);
    for (const [text, says] of [
      ["ada@example.org\nnobody\n", /list\.txt:2 holds nobody, which is no mail address/],
      ["ada@example.org, bob@example.org", /list\.txt:1 holds/],
      ["a@b.example\r\n\u0000Bcc: x@y.example", /list\.txt:2/],
      ["# nobody\n", /has nobody to send mail to/],
    ] as const) {
      await writeFile(list, text);
      const error = await failure(open(server, {list: "list.txt"}, folder).prove());
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toMatch(says);
    }
    const missing = await failure(open(server, {list: "none.txt"}, folder).prove());
    expect(missing.message).toMatch(/none\.txt cannot be read \(ENOENT\)/);
  } finally {
    await rm(folder, {recursive: true});
  }
});

test("a rehearsal shows what would be sent to whom, and sends nothing", async () => {
  await using server = await startMailServer();
  const {parts} = await open(server).rehearse(await releaseOf("tessilith"));
  expect(parts.map(({what}) => what.replace(/-[\da-f]{12}\.png$/, ".png"))).toEqual([
    `mail “Tessilith has loosened from Ostrabell” to 3: ${three.join(", ")}`,
    "the same as HTML",
    ...["dependence", "price-and-volume", "quotes", "peers", "cases"].map(
      chart => `attach 2025-07-02-tessilith-${chart}.png`,
    ),
    "attach 2025-07-02-tessilith.pdf",
  ]);
  expect(server.mails).toEqual([]);
});

test("a title with a line break or marks of other scripts makes no header", async () => {
  await using server = await startMailServer();
  const title = `Sat\u{1F4C9}ış\r\nBcc: all@example.org ${"long ".repeat(60)}`;
  const odd = {...note, about: {...note.about, title}};
  await publish(open(server, {to: ["ada@example.org"]}), odd);
  expect(got(server)).toEqual(["ada@example.org"]);
  const [head] = (server.mails[0]?.text ?? "").split("\r\n\r\n");
  expect(head).not.toMatch(/^Bcc:/im);
});

/** The text parts of a mail, whatever they are encoded as. */
function decoded(mail: string): {plain: string; html: string} {
  const part = (type: string) => {
    const found = new RegExp(
      `Content-Type: text/${type}; charset=utf-8\\r\\nContent-Transfer-Encoding: ([\\w-]+)\\r\\n\\r\\n([\\s\\S]*?)\\r\\n----_NmP`,
    ).exec(mail);
    const [, encoding, body = ""] = found ?? [];
    if (encoding === "base64") return Buffer.from(body, "base64").toString();
    return Buffer.from(
      body
        .replace(/=\r\n/g, "")
        .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      "latin1",
    )
      .toString()
      .replaceAll("\r\n", "\n");
  };
  return {plain: part("plain"), html: part("html")};
}
