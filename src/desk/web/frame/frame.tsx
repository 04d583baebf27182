import {signal} from "@preact/signals";
import type {ComponentChildren} from "preact";
import {useEffect, useRef} from "preact/hooks";
import {useLocation} from "preact-iso";
import {useKeys} from "../keys.ts";
import {later} from "../later.tsx";
import {listen} from "../live/live.ts";
import {counts, outside, refreshRuns, runningRuns} from "../newsroom.ts";
import {ordering} from "../order/ordering.ts";
import {ended, may} from "../session/session.ts";
import {useWays} from "../session/ways.ts";
import {useChanges} from "../stream.ts";
import {todayAndZone} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {Banner} from "./banner.tsx";
import {Menu} from "./menu.tsx";
import {useAtRest} from "./rest.ts";
import {toggleTheme} from "./theme.ts";
import {words} from "./words.ts";

const OrderDialog = later(() =>
  import("../order/orderDialog.tsx").then(({OrderDialog}) => OrderDialog),
);
const EndedDialog = later(() => import("./endedDialog.tsx").then(({EndedDialog}) => EndedDialog));
const KeysDialog = later(() => import("./keysDialog.tsx").then(({KeysDialog}) => KeysDialog));

/** Whether the list of keys is open. */
export const keysOpen = signal(false);

/** What stands around every screen. */
export function Frame({children}: {readonly children: ComponentChildren}) {
  const w = inLocale(words);
  const asksAgain = useAtRest(ended.value);
  const ways = useWays();
  useEffect(listen, []);
  useEffect(() => {
    void counts.refresh();
    void refreshRuns();
  }, []);
  useChanges(["draft"], () => void counts.refresh());
  useChanges(["run"], () => void refreshRuns());
  useKeys(
    () => [
      {key: "?", says: w.keySays.all, act: () => (keysOpen.value = true)},
      ...(may("writer")
        ? [{key: "n", says: w.keySays.order, act: () => (ordering.value = {})}]
        : []),
    ],
    [w],
  );
  return (
    <div class="desk">
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="top">
        <a class="brand" href="/" aria-label={`Assay: ${w.drafts}`}>
          <span>Assay</span>
        </a>
        <Places />
        <div class="right">
          <span class="small hide">{todayAndZone()}</span>
          {ways?.demo && outside.value > 0 && (
            <a class="text small hide" href="/site/" target="_blank" rel="noopener">
              {w.demoSite}
            </a>
          )}
          <button class="icon hide" type="button" aria-label={w.theme} onClick={toggleTheme}>
            <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="5.5" />
              <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
            </svg>
          </button>
          <Menu />
        </div>
      </header>
      <Banner />
      {children}
      {keysOpen.value && <KeysDialog onClose={() => (keysOpen.value = false)} />}
      {ordering.value && <OrderDialog wish={ordering.value} />}
      {asksAgain && <EndedDialog />}
    </div>
  );
}

/** The screens that who is at the page may go to. */
function Places() {
  const w = inLocale(words);
  const {path} = useLocation();
  const waiting = counts.value.value?.["in-review"] ?? 0;
  const running = runningRuns.value.value?.length ?? 0;
  const places = [
    {at: "/", name: w.drafts, count: waiting, says: w.waiting(waiting), also: "/drafts"},
    {at: "/runs", name: w.runs, count: running, says: w.running(running)},
    {at: "/schedules", name: w.schedules},
    // Where there is no room for them they are in the menu.
    ...(may("writer") ? [{at: "/scan", name: w.scan, hides: true}] : []),
    ...(may("owner") ? [{at: "/people", name: w.people, hides: true}] : []),
  ];
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current
      ?.querySelector("[aria-current]")
      ?.scrollIntoView({inline: "nearest", block: "nearest"});
  }, [path]);
  return (
    <nav aria-label={w.desk} ref={nav}>
      {places.map(({at, name, count = 0, says, also = at, hides = false}) => (
        <a
          key={at}
          href={at}
          class={hides ? "hide" : undefined}
          aria-current={path === at ? "page" : path.startsWith(`${also}/`) ? "true" : undefined}
        >
          {name}
          {count > 0 && (
            <span class="n">
              {count}
              <span class="away"> {says}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
