#!/usr/bin/env node
// JavaScript, so that what Node compiles of everything after it is kept, and so that an older Node,
// which reads no TypeScript, can still be told what is needed.
import module from "node:module";
import {homedir} from "node:os";
import {join} from "node:path";
import process from "node:process";

const {stdout, stderr} = process;
const oldest = 24;

// Most of the time to the first word.
const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
module.enableCompileCache?.(join(cache, "assay", "compiled"));

for (const stream of [stdout, stderr])
  stream.on("error", (/** @type {NodeJS.ErrnoException} */ {code, message}) => {
    // Whoever reads us may have seen enough: "assay note … | head -1".
    if (code === "EPIPE" || process.exitCode === 2) return;
    if (stream === stdout) refuse(`stdout cannot be written (${message}): send it elsewhere`);
    process.exitCode = 2;
  });

if (Number.parseInt(process.versions.node, 10) < oldest)
  refuse(
    `Assay needs Node ${oldest} or newer, and this is ${process.versions.node} (${process.execPath})`,
  );
else await start();

async function start() {
  const program = await import("./run.ts").catch(error =>
    refuse(`Assay cannot be loaded: ${error.message}`),
  );
  if (!program) return;
  process.on("uncaughtException", error => process.exit(program.reportError(error)));
  const code = await program.run(process.argv.slice(2));
  // Unless stdout has failed meanwhile.
  process.exitCode ??= code;
}

/** @param {string} why */
function refuse(why) {
  stderr.write(`error: ${why}\n`);
  process.exitCode = 2;
}
