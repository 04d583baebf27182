#!/usr/bin/env node
import {enableCompileCache} from "node:module";
import {cacheFolder} from "./cacheFolder.ts";

// Compiled code is kept between runs: half of the time to the first word.
enableCompileCache?.(cacheFolder("compiled"));

// Whoever reads us may have seen enough: "assay note … | head -1".
for (const stream of [process.stdout, process.stderr])
  stream.on("error", error => {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  });

const oldest = 24;
if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `error: Assay needs Node ${oldest} or newer, and this is ${process.versions.node} (${process.execPath})\n`,
  );
  process.exitCode = 2;
} else {
  const {run} = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2));
}
