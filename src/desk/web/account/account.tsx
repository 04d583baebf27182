import {useEffect} from "preact/hooks";
import type {Sessions as Answer} from "../../api/peopleShapes.ts";
import {ask, askJson} from "../api.ts";
import {Act} from "../frame/act.tsx";
import {Failure} from "../frame/failure.tsx";
import {Table} from "../frame/table.tsx";
import {useTitle} from "../frame/title.ts";
import {resource} from "../resource.ts";
import {session} from "../session/session.ts";
import {useWays} from "../session/ways.ts";
import {dayAndTime} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {roleWords} from "../words/roles.ts";
import {PasswordForm} from "./passwordForm.tsx";
import {words} from "./words.ts";

const sessions = resource(
  async signal => (await askJson<Answer>("/api/sessions", {signal})).sessions,
);

/** One's own sessions, and one's password. */
export function Account() {
  const w = inLocale(words);
  useTitle(w.title);
  const {value} = session;
  const ways = useWays();
  if (!value) return null;
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          <p>{w.says(value.email ?? value.name, inLocale(roleWords)[value.role])}</p>
        </div>
      </div>
      {value.by === "session" ? (
        <>
          <Sessions />
          {ways && <Password has={value.password} demo={ways.demo} />}
        </>
      ) : (
        <p class="soft">{w.token}</p>
      )}
    </main>
  );
}

function Password({has, demo}: {readonly has: boolean; readonly demo: boolean}) {
  const w = inLocale(words).password;
  const changes = has && !demo;
  return (
    <section class="sec" aria-labelledby="password">
      <header>
        <h2 id="password">{w.title}</h2>
        {changes && <p>{w.says}</p>}
      </header>
      {changes ? (
        <PasswordForm onChanged={() => void sessions.refresh()} />
      ) : (
        <p class="reason">{demo ? w.demo : w.none}</p>
      )}
    </section>
  );
}

function Sessions() {
  const w = inLocale(words);
  useEffect(() => void sessions.refresh(), []);
  const all = sessions.value.value;
  const end = async (id: string) => {
    await ask(`/api/sessions/${encodeURIComponent(id)}`, {method: "DELETE"});
    await sessions.refresh();
  };
  const endAll = async () => {
    await ask("/api/sessions", {method: "DELETE"});
    location.assign("/");
  };
  return (
    <section class="sec" aria-labelledby="sessions">
      <header>
        <h2 id="sessions">{w.sessions}</h2>
        <div class="acts">
          <span class="small soft">{w.endAllCosts}</span> <Act says={w.endAll} act={endAll} />
        </div>
      </header>
      <Failure
        error={sessions.failure.value}
        stale={all !== undefined}
        retry={() => void sessions.refresh()}
      />
      {all && (
        <Table
          columns={[w.columns.browser, w.columns.address, w.columns.since, w.columns.seen]}
          act={w.columns.act}
        >
          {all.map(({id, browser, address, since, lastSeen, current}) => (
            <tr key={id}>
              <td>
                <b>{shortOf(browser)}</b>
                {current && <span class="small soft">{w.here}</span>}
              </td>
              <td>{address}</td>
              <td data-l={w.columns.since.toLocaleLowerCase()}>{dayAndTime(since)}</td>
              <td data-l={w.columns.seen.toLocaleLowerCase()}>{dayAndTime(lastSeen)}</td>
              <td class="num">
                {!current && <Act says={w.end} of={shortOf(browser)} act={() => end(id)} />}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Browser and system, of all that a browser says of itself. */
function shortOf(agent: string): string {
  const [browser] = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent) ?? [];
  const [system] = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent) ?? [];
  const names: Readonly<Record<string, string>> = {Edg: "Edge", OPR: "Opera", "Mac OS": "macOS"};
  const said = [browser, system].flatMap(one => (one ? [names[one] ?? one] : []));
  return said.length > 0 ? said.join(", ") : agent.slice(0, 60);
}
