import {useEffect, useState} from "preact/hooks";
import {type Role, roles} from "../../../model/person.ts";
import type {Tokens as Answer} from "../../api/peopleShapes.ts";
import {ask, askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure, Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {Table} from "../frame/table.tsx";
import {resource} from "../resource.ts";
import {useChanges} from "../stream.ts";
import {dayAndTime, lately} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {roleSays, roleWords} from "../words/roles.ts";
import {ShownOnce} from "./shownOnce.tsx";
import {words} from "./words.ts";

const tokens = resource(async signal => (await askJson<Answer>("/api/tokens", {signal})).tokens);

/** What lets programs in. */
export function Tokens() {
  const w = inLocale(words).tokens;
  useEffect(() => void tokens.refresh(), []);
  useChanges(["people"], () => void tokens.refresh());
  const all = tokens.value.value;
  return (
    <section class="sec" aria-labelledby="tokens">
      <header>
        <h2 id="tokens">{w.title}</h2>
        <p>{w.says}</p>
      </header>
      <MakeToken />
      <Failure
        error={tokens.failure.value}
        stale={all !== undefined}
        retry={() => void tokens.refresh()}
      />
      {all?.length === 0 && <p class="soft">{w.none}</p>}
      {all && all.length > 0 && <Made tokens={all} />}
    </section>
  );
}

function MakeToken() {
  const w = inLocale(words).tokens;
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [until, setUntil] = useState("");
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<Error>();
  async function make(event: Event) {
    event.preventDefault();
    setFailure(undefined);
    try {
      const body = {
        name: name.trim(),
        role,
        ...(until !== "" && {expiresAt: `${until.slice(0, 16)}:00Z`}),
      };
      const {token} = await askJson<{readonly token: string}>("/api/tokens", {
        method: "POST",
        body,
      });
      setSecret(token);
      setName("");
      void tokens.refresh();
    } catch (error) {
      setFailure(error as Error);
    }
  }
  return (
    <form class="line-form four" onSubmit={event => void make(event)}>
      <Field label={w.name} hint={w.nameHint}>
        {props => (
          <input
            {...props}
            required
            maxLength={60}
            autoComplete="off"
            value={name}
            onInput={({currentTarget}) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={w.role} hint={inLocale(roleSays)[role]}>
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
      <Field label={w.expires} hint={w.expiresHint}>
        {props => (
          <input
            {...props}
            type="datetime-local"
            value={until}
            onInput={({currentTarget}) => setUntil(currentTarget.value)}
          />
        )}
      </Field>
      <div class="go">
        <button class="btn" type="submit">
          {w.go}
        </button>
      </div>
      {failure && (
        <p class="red" role="alert">
          <Why error={failure} />
        </p>
      )}
      {secret !== undefined && (
        <ShownOnce
          about={w.title}
          title={w.made}
          says={w.madeSays}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </form>
  );
}

function Made({tokens: all}: {readonly tokens: Answer["tokens"]}) {
  const w = inLocale(words);
  const revoke = async (id: string) => {
    await ask(`/api/tokens/${encodeURIComponent(id)}`, {method: "DELETE"});
    await tokens.refresh();
  };
  return (
    <Table
      columns={[w.columns.name, w.columns.role, w.columns.since, w.columns.used, w.columns.until]}
      act={w.columns.act}
    >
      {all.map(({id, name, role, createdAt, lastUsedAt, expiresAt, revokedAt}) => (
        <tr key={id} class={revokedAt ? "soft" : undefined}>
          <td>{name}</td>
          <td>{inLocale(roleWords)[role]}</td>
          <td data-l={w.columns.since.toLocaleLowerCase()}>{lately(createdAt)}</td>
          <td data-l={w.columns.used.toLocaleLowerCase()}>
            {lastUsedAt ? lately(lastUsedAt) : w.tokens.never}
          </td>
          <td>{expiresAt ? dayAndTime(expiresAt) : w.tokens.noEnd}</td>
          <td class="num">
            {revokedAt ? (
              w.tokens.revoked(lately(revokedAt))
            ) : (
              <Act says={w.tokens.revoke} of={name} act={() => revoke(id)} />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
