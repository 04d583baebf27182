import {useEffect, useState} from "preact/hooks";
import {type Role, roles} from "../../../model/person.ts";
import type {Invitations as Answer, Invited} from "../../api/peopleShapes.ts";
import {ask, askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure, Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {Table} from "../frame/table.tsx";
import {resource} from "../resource.ts";
import {useChanges} from "../stream.ts";
import {dayAndTime} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {roleSays, roleWords} from "../words/roles.ts";
import {ShownOnce} from "./shownOnce.tsx";
import {words} from "./words.ts";

const invitations = resource(
  async signal => (await askJson<Answer>("/api/invitations", {signal})).invitations,
);

/** Links that let one person join. */
export function Invitations() {
  const w = inLocale(words).invite;
  useEffect(() => void invitations.refresh(), []);
  useChanges(["people"], () => void invitations.refresh());
  const all = invitations.value.value;
  return (
    <section class="sec" aria-labelledby="invitations">
      <header>
        <h2 id="invitations">{w.title}</h2>
        <p>{w.says}</p>
      </header>
      <Invite />
      <Failure
        error={invitations.failure.value}
        stale={all !== undefined}
        retry={() => void invitations.refresh()}
      />
      {all && all.length > 0 && <Made invitations={all} />}
    </section>
  );
}

function Invite() {
  const w = inLocale(words);
  const [role, setRole] = useState<Role>("writer");
  const [email, setEmail] = useState("");
  const [invited, setInvited] = useState<Invited>();
  const [failure, setFailure] = useState<Error>();
  async function invite(event: Event) {
    event.preventDefault();
    setFailure(undefined);
    try {
      const body = {role, ...(email.trim() !== "" && {email: email.trim()})};
      setInvited(await askJson<Invited>("/api/invitations", {method: "POST", body}));
      setEmail("");
      void invitations.refresh();
    } catch (error) {
      setFailure(error as Error);
    }
  }
  return (
    <form class="line-form" onSubmit={event => void invite(event)}>
      <Field label={w.invite.role} hint={inLocale(roleSays)[role]}>
        {props => (
          <select
            {...props}
            value={role}
            onChange={({currentTarget}) => setRole(currentTarget.value as Role)}
          >
            {roles.map(one => (
              <option key={one} value={one}>
                {inLocale(roleWords)[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.invite.email} hint={w.invite.emailHint}>
        {props => (
          <input
            {...props}
            type="email"
            autoComplete="off"
            value={email}
            onInput={({currentTarget}) => setEmail(currentTarget.value)}
          />
        )}
      </Field>
      <div class="go">
        <button class="btn" type="submit">
          {w.invite.go}
        </button>
      </div>
      {failure && (
        <p class="red" role="alert">
          <Why error={failure} />
        </p>
      )}
      {invited && (
        <ShownOnce
          about={w.invite.title}
          title={w.invite.made}
          says={w.invite.madeSays(dayAndTime(invited.expiresAt))}
          secret={invited.link}
          onClose={() => setInvited(undefined)}
        />
      )}
    </form>
  );
}

function Made({invitations: all}: {readonly invitations: Answer["invitations"]}) {
  const w = inLocale(words);
  const withdraw = async (id: string) => {
    await ask(`/api/invitations/${encodeURIComponent(id)}`, {method: "DELETE"});
    await invitations.refresh();
  };
  return (
    <Table
      columns={[w.columns.email, w.columns.role, w.columns.by, w.columns.until, w.columns.state]}
      act={w.columns.act}
    >
      {all.map(({id, email, role, by, expiresAt, usedBy, state}) => (
        <tr key={id}>
          <td class={email ? undefined : "soft"}>{email ?? w.invite.anybody}</td>
          <td>{inLocale(roleWords)[role]}</td>
          <td>{by}</td>
          <td>{dayAndTime(expiresAt)}</td>
          <td class={state === "open" ? undefined : "soft"}>
            {usedBy ? w.invite.usedBy(usedBy) : w.invite.states[state]}
          </td>
          <td class="num">
            {state === "open" && (
              <Act says={w.invite.withdraw} of={email ?? ""} act={() => withdraw(id)} />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
