import {createServer} from "node:net";
import {expect, test} from "vitest";
import {receiversOf} from "../../../src/jobs/alarms/channels.ts";
import {mailChannels} from "../../../src/jobs/alarms/mail.ts";
import {UsageError} from "../../../src/model/errors.ts";
import {freePort, listen} from "../../servers/listen.ts";
import {startMailServer} from "../../servers/mailServer.ts";
import {silent} from "./alarms.ts";

const channel = (url: string, to = "desk@example.org", timeoutMs = 10_000) =>
  mailChannels({from: "Assay <assay@example.org>"}, {env: {ASSAY_SMTP_URL: url}, timeoutMs})(to);

test("an alarm arrives as a plain mail that says who it is from and what happened", async () => {
  await using server = await startMailServer();
  expect(await channel(server.url).send(silent)).toEqual({kind: "sent"});
  expect(server.mails).toHaveLength(1);
  const [{from, to, text}] = server.mails as [(typeof server.mails)[0]];
  expect([from, to]).toEqual(["assay@example.org", ["desk@example.org"]]);
  expect(text).toMatch(/^From: Assay <assay@example.org>\r$/m);
  expect(text).toMatch(/^Subject: Assay: morning did not run at 07:30 Istanbul \(04:30 UTC\)\r$/m);
  expect(text).toMatch(/^Content-Type: text\/plain/m);
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(text).not.toMatch(/text\/html|multipart/);
  expect(text).toContain("What to do: look whether assay desk still runs");
});

test("a mail that is sent again is the same mail to whoever folds by its id", async () => {
  await using server = await startMailServer();
  await channel(server.url).send(silent);
  await channel(server.url).send(silent);
  const ids = server.mails.map(({text}) => /^Message-ID: (.*)\r$/im.exec(text)?.[1]);
  expect(ids).toEqual(Array(2).fill("<silent-morning-20261128T0430Z@example.org>"));
});

test("names in other scripts arrive, and no line of theirs becomes a header", async () => {
  await using server = await startMailServer();
  await channel(server.url).send({
    ...silent,
    subject: "sabah şöleni\r\nBcc: all@example.org",
    reason: "a\r\n.\r\nQUIT\r\n",
  });
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.to).toEqual(["desk@example.org"]);
  expect(server.mails[0]?.text).not.toMatch(/^Bcc:/im);
});

test("of two receivers the one that the server refuses is refused, and the other has its mail", async () => {
  await using server = await startMailServer({
    refuse: address => (address === "gone@example.org" ? [550, "no such mailbox"] : undefined),
  });
  const receivers = receiversOf(
    {mail: ["gone@example.org", "desk@example.org"], from: "assay@example.org", tell: []},
    {env: {ASSAY_SMTP_URL: server.url}, now: () => new Date()},
  );
  const outcomes = await Promise.all(
    receivers.names.map(name => receivers.channel(name)?.send(silent)),
  );
  expect(outcomes).toEqual([
    {kind: "refused", why: expect.stringMatching(/127\.0\.0\.1:\d+: 550 .*no such mailbox/)},
    {kind: "sent"},
  ]);
  expect(server.mails.map(({to}) => to)).toEqual([["desk@example.org"]]);
});

test("a server that is not ready for us yet is tried again later, and then takes the mail", async () => {
  let greylisted = true;
  await using server = await startMailServer({
    refuse: () => (greylisted ? [451, "4.7.1 greylisted, try again"] : undefined),
  });
  expect(await channel(server.url).send(silent)).toEqual({
    kind: "later",
    why: expect.stringContaining("greylisted"),
  });
  greylisted = false;
  expect(await channel(server.url).send(silent)).toEqual({kind: "sent"});
});

test("a server that is not there is tried again later", async () => {
  const outcome = await channel(`smtp://127.0.0.1:${await freePort()}`).send(silent);
  expect(outcome).toEqual({kind: "later", why: expect.stringContaining("ECONNREFUSED")});
});

test("a server that never greets, and one that stalls in the middle, cost no more than the time-out", async () => {
  await using mute = await listen(createServer());
  await using stalled = await listen(
    createServer(socket => {
      socket.on("error", () => {}).write("220 hello\r\n");
    }),
  );
  for (const {port} of [mute, stalled])
    expect(await channel(`smtp://127.0.0.1:${port}`, "desk@example.org", 200).send(silent)).toEqual(
      {
        kind: "later",
        why: `127.0.0.1:${port}: no answer in time`,
      },
    );
});

test("a server elsewhere that offers no encryption gets no mail and no password", async () => {
  await using server = await startMailServer({disabledCommands: ["STARTTLS"]});
  // An address that is not the loopback's, and leads here.
  const elsewhere = server.url.replace("//127.0.0.1", "//desk:pass-word-77@0.0.0.0");
  const outcome = await channel(elsewhere).send(silent);
  expect(outcome).toEqual({kind: "later", why: expect.stringContaining("no encryption")});
  expect(server.mails).toHaveLength(0);
  expect(server.passwords).toEqual([]);
  expect(await channel(`${elsewhere}?ignoreTLS=true`).send(silent)).toEqual({kind: "sent"});
});

test("a wrong password is refused, and told nowhere", async () => {
  await using server = await startMailServer({password: "the-right-one"});
  const wrong = server.url.replace("//", "//desk:wr%40ng-pass-77@");
  const outcome = await channel(wrong).send(silent);
  expect(outcome).toEqual({kind: "refused", why: expect.stringContaining("535")});
  expect(JSON.stringify(outcome)).not.toMatch(/wr(@|%40)ng/);
  expect(server.passwords).toEqual(["wr@ng-pass-77"]);
  const right = server.url.replace("//", "//desk:the-right-one@");
  expect(await channel(right).send(silent)).toEqual({kind: "sent"});
});

test("an address of a mail server that is none is named by its variable alone", () => {
  for (const value of [undefined, "", "mail.example.org", "https://u:sec-ret@x.example", "smtp://"])
    try {
      mailChannels({from: "a@b.example", smtpFrom: "MY_SMTP"}, {env: {MY_SMTP: value}});
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toContain("MY_SMTP");
      expect((error as Error).message).not.toContain("sec-ret");
    }
});

test("who is named twice is told once, and who cannot be reached from here is nobody's channel", () => {
  const effects = {env: {ASSAY_SMTP_URL: "smtp://localhost"}, now: () => new Date()};
  const mail = ["a@b.example", "c@d.example", "a@b.example"];
  const {names, channel} = receiversOf({mail, tell: ["e@f.example"]}, effects);
  expect(names).toEqual(["mail:a@b.example", "mail:c@d.example"]);
  expect(channel("mail:e@f.example")?.name).toBe("mail:e@f.example");
  expect(channel("webhook:elsewhere.example")).toBeUndefined();
  const none = receiversOf({tell: []}, {env: {}, now: () => new Date()});
  expect(none.names).toEqual([]);
  expect(none.channel("mail:a@b.example")).toBeUndefined();
});
