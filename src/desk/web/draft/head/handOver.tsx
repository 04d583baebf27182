import {useRef} from "preact/hooks";
import type {Writer} from "../../../api/peopleShapes.ts";
import {askJson} from "../../api.ts";
import {Failure} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {roleWords} from "../../words/roles.ts";
import {words} from "./words.ts";

const writers = resource(
  async signal =>
    (await askJson<{readonly people: readonly Writer[]}>("/api/writers", {signal})).people,
);

interface Props {
  readonly assignee: string | undefined;
  readonly give: (to: string) => void;
}

/** The people to whom a draft can be given, fetched when they are asked for. */
export function HandOver({assignee, give}: Props) {
  const w = inLocale(words);
  const menu = useRef<HTMLDivElement>(null);
  const others = writers.value.value?.filter(
    ({name}) => name !== assignee && name !== session.value?.name,
  );
  async function open() {
    await writers.refresh();
    (menu.current?.querySelector("button") ?? menu.current)?.focus();
  }
  return (
    <>
      <button class="link hand-over" type="button" popovertarget="hand-over" aria-haspopup="dialog">
        {w.handOver}
      </button>
      <div
        id="hand-over"
        class="menu pick"
        popover="auto"
        tabIndex={-1}
        ref={menu}
        role="dialog"
        aria-label={w.toWhom}
        onToggle={({newState}) => {
          if (newState === "open") void open();
        }}
      >
        <Failure error={writers.failure.value} stale={others !== undefined} />
        {others?.length === 0 && <p class="soft">{w.nobodyElse}</p>}
        {others?.map(({name, role}) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              menu.current?.hidePopover();
              give(name);
            }}
          >
            {name} <span class="small soft">{inLocale(roleWords)[role]}</span>
          </button>
        ))}
      </div>
    </>
  );
}
