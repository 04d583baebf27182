import {useEffect, useState} from "preact/hooks";
import {type Role, roles} from "../../../model/person.ts";
import type {PersonSummary} from "../../api/peopleShapes.ts";
import {ask, askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure} from "../frame/failure.tsx";
import {Lost} from "../frame/lost.tsx";
import {Table} from "../frame/table.tsx";
import {useTitle} from "../frame/title.ts";
import {resource} from "../resource.ts";
import {may, session} from "../session/session.ts";
import {useChanges} from "../stream.ts";
import {lately} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {roleSays, roleWords} from "../words/roles.ts";
import {Invitations} from "./invitations.tsx";
import {Tokens} from "./tokens.tsx";
import {words} from "./words.ts";

const people = resource(
  async signal =>
    (await askJson<{readonly people: readonly PersonSummary[]}>("/api/people", {signal})).people,
);

/** Who may come in: people, those who are asked to join, and programs. */
export function People() {
  const w = inLocale(words);
  useTitle(w.title);
  useEffect(() => void people.refresh(), []);
  useChanges(["people"], () => void people.refresh());
  if (!may("owner")) return <Lost />;
  const all = people.value.value;
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          <p>{w.says}</p>
        </div>
      </div>
      <section class="sec" aria-labelledby="people">
        <header>
          <h2 id="people">{w.people}</h2>
          <p>{w.costs}</p>
        </header>
        <Failure
          error={people.failure.value}
          stale={all !== undefined}
          retry={() => void people.refresh()}
        />
        {all && all.length > 0 && (
          <Table
            columns={[w.columns.name, w.columns.email, w.columns.role, w.columns.since]}
            act={w.columns.act}
          >
            {all.map(person => (
              <PersonRow key={person.id} person={person} />
            ))}
          </Table>
        )}
      </section>
      <Invitations />
      <Tokens />
    </main>
  );
}

function PersonRow({person}: {readonly person: PersonSummary}) {
  const w = inLocale(words);
  const {id, name, email, role, disabled, createdAt} = person;
  const mine = name === session.value?.name;
  const change = async (body: {readonly role?: Role; readonly disabled?: boolean}) => {
    await ask(`/api/people/${encodeURIComponent(id)}`, {method: "PATCH", body});
    await people.refresh();
  };
  return (
    <tr>
      <td>
        <b class={disabled ? "soft" : undefined}>{name}</b>
        {mine && <span class="small soft">{w.you}</span>}
        {disabled && <span class="small amber">{w.disabled}</span>}
      </td>
      <td>{email}</td>
      <td>
        <RoleChoice role={role} name={name} onChoose={chosen => change({role: chosen})} />
      </td>
      <td data-l={w.columns.since.toLocaleLowerCase()}>{lately(createdAt)}</td>
      <td class="num">
        <Act
          says={disabled ? w.enable : w.disable}
          of={name}
          act={() => change({disabled: !disabled})}
        />
      </td>
    </tr>
  );
}

interface ChoiceProps {
  readonly role: Role;
  readonly name: string;
  readonly onChoose: (role: Role) => Promise<void>;
}

/** A role is chosen first and given by a button: arrows go through a list without meaning it. */
function RoleChoice({role, name, onChoose}: ChoiceProps) {
  const w = inLocale(words);
  const [chosen, setChosen] = useState(role);
  useEffect(() => setChosen(role), [role]);
  const r = inLocale(roleWords);
  return (
    <>
      <select
        class="inline"
        aria-label={w.roleOf(name)}
        value={chosen}
        onChange={({currentTarget}) => setChosen(currentTarget.value as Role)}
      >
        {roles.map(one => (
          <option key={one} value={one}>
            {r[one]}
          </option>
        ))}
      </select>{" "}
      {chosen !== role && <Act says={`→ ${r[chosen]}`} of={name} act={() => onChoose(chosen)} />}
      <span class="small soft">{inLocale(roleSays)[chosen]}</span>
    </>
  );
}
