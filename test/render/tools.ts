import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestContext} from "vitest";

type Tool = "qpdf" | "pdfinfo" | "pdffonts" | "pdftotext";

/** What a program of the machine says about a PDF; the test is skipped, by name, where it is absent. */
export function ask(
  context: TestContext,
  tool: Tool,
  args: readonly string[],
  pdf: Uint8Array,
): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-pdf-"));
  const file = join(folder, "note.pdf");
  try {
    writeFileSync(file, pdf);
    return execFileSync(
      tool,
      [...args.filter(arg => arg !== "-"), file, ...(args.includes("-") ? ["-"] : [])],
      {
        encoding: "utf8",
        maxBuffer: 1e8,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return context.skip(`${tool} is not installed (Debian: poppler-utils, qpdf)`);
    throw error;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The text of each page, in layout order. */
export function pageTexts(context: TestContext, pdf: Uint8Array): string[] {
  return ask(context, "pdftotext", ["-layout", "-"], pdf).split("\f").slice(0, -1);
}
