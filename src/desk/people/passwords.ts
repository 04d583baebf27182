import {type PasswordOf, passwordFault} from "../../model/password.ts";
import {wrongField} from "../api/problem.ts";

/**
 * Holds a password to what is asked of one: its length, nothing of whose it is, none that is tried
 * first, and none of the list of leaked ones, in whatever letters, nor with digits and signs around it.
 *
 * @throws Problem 422 that names the field
 */
export async function requirePassword(
  password: string,
  whose: PasswordOf,
  field: string,
): Promise<void> {
  const fault = passwordFault(password, whose) ?? (await leakedFault(password));
  if (fault !== undefined) throw wrongField(field, fault);
}

async function leakedFault(password: string): Promise<string | undefined> {
  leaked ??= load();
  const list = await leaked;
  const plain = password.toLowerCase();
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return list.has(plain) || list.has(word)
    ? "must not be one that many have had, and that is tried first"
    : undefined;
}

/** Some 49,000, loaded when somebody first chooses a password. */
let leaked: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const {dictionary} = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}
