import type {Project} from "../config/project.ts";
import {linkOf} from "../desk/people/links.ts";
import {Conflict, UsageError} from "../model/errors.ts";
import {type Role, roleOf, roles} from "../model/person.ts";
import {makeLink} from "../store/invitations.ts";
import type {Store} from "../store/open.ts";
import {findByEmail, listPeople} from "../store/people.ts";
import {actor} from "./actor.ts";
import {openNewsroomStore, type StoreOptions} from "./newsroom.ts";
import {listWithGuess} from "./options.ts";
import {stderrProgress} from "./progress.ts";

export interface PeopleOptions extends StoreOptions {
  readonly role?: Role;
  readonly url?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

type Work = (store: Store, project: Project, notify: (notice: string) => void) => Promise<string>;

/** What can be done: what is asked is looked at before the store is opened. */
const actions: Readonly<
  Record<string, (address: string | undefined, options: PeopleOptions) => Work>
> = {list, invite, reset};

/** @throws UsageError for an action that there is not, or one that lacks what it needs */
export async function peopleCommand(
  action: string,
  address: string | undefined,
  options: PeopleOptions,
): Promise<number> {
  const asked = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!asked)
    throw new UsageError(
      `there is no "people ${action}": there are ${listWithGuess(action, Object.keys(actions))}`,
    );
  const work = asked(address, options);
  const progress = stderrProgress({quiet: options.quiet ?? false});
  progress.step("opens the newsroom's store");
  await using opened = await openNewsroomStore(options, progress.note);
  progress.done();
  process.stdout.write(await work(opened.store, opened.project, progress.note));
  return 0;
}

function list(_: string | undefined, {json}: PeopleOptions): Work {
  return async ({db}) => {
    const people = await listPeople(db);
    if (json) return `${JSON.stringify({people})}\n`;
    if (people.length === 0) return "nobody yet: assay desk prints a link for the first owner\n";
    return people
      .map(
        ({name, email, role, disabled}) =>
          `${name}  ${email}  ${role}${disabled ? ", disabled" : ""}\n`,
      )
      .join("");
  };
}

function invite(email: string | undefined, options: PeopleOptions): Work {
  const {role} = options;
  if (email === undefined || !email.includes("@") || role === undefined)
    throw new UsageError(
      `people invite needs a mail address and --role, one of ${roles.join(", ")}`,
    );
  return async ({db}, project, notify) => {
    if (await findByEmail(db, email))
      throw new Conflict(`somebody with the address ${email} is here already`);
    const wish = {kind: "invitation", role, email, by: actor(), hours: 7 * 24} as const;
    const {secret} = await makeLink(db, wish);
    return shown(linkOf(originOf(options, project, notify), "invitation", secret), options);
  };
}

function reset(email: string | undefined, options: PeopleOptions): Work {
  if (email === undefined)
    throw new UsageError("people reset needs a mail address: assay people list shows them");
  return async ({db}, project, notify) => {
    const person = await findByEmail(db, email);
    if (!person)
      throw new UsageError(`nobody here has the address ${email}: assay people list shows them`);
    const {secret} = await makeLink(db, {
      kind: "reset",
      role: roleOf(person.role),
      person: person.id,
      by: actor(),
      hours: 24,
    });
    return shown(linkOf(originOf(options, project, notify), "reset", secret), options);
  };
}

const shown = (link: string, {json}: PeopleOptions) =>
  json ? `${JSON.stringify({link})}\n` : `${link}\n`;

/** Of a desk that was told nothing. */
const usual = "http://127.0.0.1:4100";

/** Where the desk is by the option, the configuration, or as it stands without either. */
function originOf({url}: PeopleOptions, {desk}: Project, notify: (notice: string) => void): string {
  const said = url ?? desk.url ?? usual;
  if (url === undefined && desk.url === undefined)
    notify(
      `the link is for a desk at ${usual}: where yours is elsewhere, give its address with --url, or once and for all as desk.url in the configuration`,
    );
  const parsed = URL.parse(said);
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.origin;
  throw new UsageError(`--url is ${said}: give an address such as https://desk.example`);
}
