import {userInfo} from "node:os";

/** Who gives a command at this machine, as the ledger names them. */
export function actor(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "somebody"); // containers have users without a name
  }
}
