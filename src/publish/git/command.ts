import {spawn} from "node:child_process";
import {TargetRefused, TargetUnavailable} from "../../model/errors.ts";

/** How a call of git ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  /** Without passwords in addresses. */
  readonly stderr: string;
}

interface Options {
  /** Given to it to read. */
  readonly input?: string;
  /** Takes paths as they are, whatever signs are in them; a few of its commands know no such thing. */
  readonly literal?: boolean;
}

/** Calls the installed git in a folder, without a shell and without a terminal to ask anybody at. */
export type Git = (args: readonly string[], options?: Options) => Promise<Ended>;

type Env = Readonly<Record<string, string | undefined>>;

/** Of git's own variables, those that say how to reach and trust a server, as its user has set it up. */
const kept = new Set([
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_SSH_VARIANT",
  "GIT_ASKPASS",
  "GIT_SSL_CAINFO",
  "GIT_SSL_CAPATH",
  "GIT_SSL_CERT",
  "GIT_SSL_KEY",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_EXEC_PATH",
]);

/**
 * The caller's environment without what would lead git to another repository, index, author or
 * editor (a hook that calls us sets such), and with what keeps it from asking.
 */
export const gitEnvironment = (env: Env): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (!name.startsWith("GIT_") || kept.has(name)) ? [[name, value]] : [],
    ),
  ),
  GIT_TERMINAL_PROMPT: "0",
  GIT_EDITOR: "true",
  GCM_INTERACTIVE: "never",
  SSH_ASKPASS_REQUIRE: "never",
  LC_ALL: "C",
});

const mostBytes = 4 * 2 ** 20;

/** @throws TargetRefused where there is no git; TargetUnavailable where a call takes too long */
export function gitIn(folder: string, env: Env, timeoutMs = 120_000): Git {
  return (args, {input = "", literal = true} = {}) =>
    new Promise((resolve, reject) => {
      // A session of its own has no terminal, and can be ended with all that it has started.
      const child = spawn("git", [...(literal ? ["--literal-pathspecs"] : []), ...args], {
        cwd: folder,
        env: gitEnvironment(env),
        detached: true,
        stdio: "pipe",
      });
      const late = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        reject(
          new TargetUnavailable(
            `git ${args[0]} in ${folder} has not ended in ${timeoutMs / 1000} s: it may wait for a password, a hook or a server. Run it by hand there once`,
          ),
        );
      }, timeoutMs);
      const said = {stdout: "", stderr: ""};
      for (const name of ["stdout", "stderr"] as const)
        child[name].setEncoding("utf8").on("data", (text: string) => {
          if (said[name].length < mostBytes) said[name] += text;
        });
      child.stdin.on("error", () => {}); // it has ended before it read
      child.stdin.end(input);
      child.on("error", cause => {
        clearTimeout(late);
        const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
        const what = missing ? "there is no git on this machine, or no such folder" : cause.message;
        reject(new TargetRefused(`git could not be run in ${folder}: ${what}`, {cause}));
      });
      child.on("close", code => {
        clearTimeout(late);
        const {stdout, stderr} = said;
        resolve({code: code ?? 1, stdout, stderr: withoutPasswords(stderr)});
      });
    });
}

/** An address with a name and a password in it is told without them. */
export const withoutPasswords = (text: string): string =>
  text.replace(/(?<=:\/\/)[^/\s@]+(?=@)/g, "…");

/** What git said, in so many words as a person reads. */
export const saidBy = ({stdout, stderr}: Ended): string =>
  (stderr || withoutPasswords(stdout))
    .split("\n")
    .filter(line => line.trim() !== "" && !line.startsWith("hint:"))
    .slice(0, 12)
    .join(" · ")
    .slice(0, 600);
