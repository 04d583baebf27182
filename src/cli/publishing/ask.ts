import {createInterface} from "node:readline/promises";
import {UsageError} from "../../model/errors.ts";

/**
 * Asks on the terminal before something is done that many will see.
 *
 * @throws UsageError where nobody can be asked, and where they do not want it
 */
export async function askFirst(question: string, {yes}: {readonly yes?: boolean}): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(`${question} Nobody can be asked here: say so with --yes`);
  const terminal = createInterface({input: process.stdin, output: process.stderr});
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError("then nothing is done");
  } finally {
    terminal.close();
  }
}
