import {faultLine} from "../../check/fault.ts";
import {named} from "../../desk/services/faults.ts";
import {FaultsFound, UsageError} from "../../model/errors.ts";
import type {FolderNote} from "./folder.ts";

export interface AcceptOptions {
  /** Each as `<fault>=<reason>`. */
  readonly accept?: readonly string[];
}

/**
 * The faults that a person lets stand, each with a reason, as they would at a desk.
 *
 * @throws FaultsFound where one has none; UsageError for what names none
 */
export function acceptedIn({folder, revised}: FolderNote, {accept = []}: AcceptOptions) {
  const asked = accept.map(readAcceptance);
  const faults = named(revised.faults);
  const stray = asked.find(({fault}) => !faults.some(({id}) => id === fault));
  if (stray)
    throw new UsageError(
      `--accept ${stray.fault}: the check finds no such fault in ${folder}/note.md${faults.length > 0 ? `, but ${faults.map(({id}) => id).join(", ")}` : ""}`,
    );
  const reasons = new Map(asked.map(({fault, reason}) => [fault, reason]));
  if (reasons.size < asked.length) throw new UsageError("--accept names a fault twice");
  const open = faults.filter(({id}) => !reasons.has(id));
  if (open.length === 0) return asked;
  const lines = open.map(fault => `  ${fault.id}  ${faultLine(`${folder}/note.md`, fault)}`);
  throw new FaultsFound(
    `the text says what its evidence does not carry, so it is not approved. Mend it, or accept each with a reason, --accept ${open[0]?.id}="why it stands":\n${lines.join("\n")}`,
  );
}

function readAcceptance(text: string) {
  const [, fault, reason] = /^([^=\s]+)=\s*(\S[\s\S]*?)\s*$/.exec(text) ?? [];
  if (fault === undefined || reason === undefined || reason.length > 1000)
    throw new UsageError(
      `--accept takes a fault and why it stands, in up to 1,000 characters, such as --accept 3f2a="The exchange says so": this was ${JSON.stringify(text.slice(0, 80))}`,
    );
  return {fault, reason};
}
