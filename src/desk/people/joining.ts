import {APIError} from "better-auth/api";
import type {Kysely} from "kysely";
import {UsageError} from "../../model/errors.ts";
import {personNameFault, type Role} from "../../model/person.ts";
import {append} from "../../store/events.ts";
import {takeInvitationOf} from "../../store/invitations.ts";
import {claimPersonName} from "../../store/names.ts";
import type {Tables} from "../../store/tables.ts";

/** Whom a provider of identities has named. */
interface Named {
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/**
 * Lets in whom a provider of identities names for the first time: with the role of the invitation
 * that names the address, otherwise with that of the address's domain.
 *
 * @throws APIError where the address is not verified, or neither holds
 */
export async function joinByProvider<Person extends Named>(
  db: Kysely<Tables>,
  person: Person,
  domains: Readonly<Record<string, Role>>,
): Promise<Person & {readonly role: string}> {
  if (!person.emailVerified) throw refused("email_not_verified");
  const email = person.email.toLowerCase();
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return await db.transaction().execute(async transaction => {
    const invitation = await takeInvitationOf(transaction, email);
    const role = invitation?.role ?? (Object.hasOwn(domains, domain) ? domains[domain] : undefined);
    if (role === undefined) throw refused("not_invited");
    const name = await freeName(person, async one => {
      try {
        await claimPersonName(transaction, one);
        return true;
      } catch (error) {
        if (error instanceof UsageError) return false;
        throw error;
      }
    });
    const subject = invitation?.id ?? "oidc";
    await append(transaction, [
      {actor: name, kind: "person.joined", subject, data: {name, role, by: "oidc"}},
    ]);
    return {...person, email, name, role};
  });
}

/** As the provider has it; where that cannot be or is another's, with a number. */
async function freeName(
  {name, email}: Named,
  isFree: (name: string) => Promise<boolean>,
): Promise<string> {
  const said = name.normalize("NFC").trim().replace(/\s+/g, " ").slice(0, 55);
  const [user = ""] = email.split("@");
  const base = [said, user.slice(0, 55)].find(one => personNameFault(one) === undefined);
  if (base === undefined) throw refused("no_name");
  for (let n = 1; n < 100; n++) {
    const one = n === 1 ? base : `${base} ${n}`;
    if (await isFree(one)) return one;
  }
  throw refused("no_name");
}

const refused = (code: string) => new APIError("FORBIDDEN", {code, message: code});
