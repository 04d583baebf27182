// How a text gets from the screen to the desk and back, as plain data: what happens goes in, what is
// to be done comes out. Instants are milliseconds.

/** How the text on the screen stands to the one that the desk has. */
export type Saving =
  | {readonly kind: "saved"; readonly at?: Date}
  /** Typed, and not sent yet. */
  | {readonly kind: "typed"}
  | {readonly kind: "saving"}
  /** Kept in this browser; sent again by itself. */
  | {
      readonly kind: "not-saved";
      readonly since: Date;
      /** `signed-out`, or what the desk says; empty: it does not answer. */
      readonly why: string;
      readonly nextTry?: Date;
    }
  /** Somebody saved before us: base, theirs and ours are to be put together. */
  | {
      readonly kind: "conflict";
      readonly base: string;
      readonly theirs: string;
      readonly by: string;
      readonly revision: number;
    }
  /** The desk refuses it as it is. */
  | {readonly kind: "refused"; readonly why: string};

/** A text that the desk has. */
export interface Desk {
  readonly revision: number;
  readonly text: string;
}

/** What is kept in this browser, from before it is sent until it is acknowledged. */
export interface Kept {
  readonly base: Desk;
  readonly text: string;
  /** Was sent, and no answer came: the desk may have it or not. */
  readonly sent?: string;
  readonly at: number;
}

/** Why nothing is sent for now. */
type Hold =
  | {
      readonly kind: "away";
      readonly since: number;
      readonly why: string;
      readonly tries: number;
      readonly until: number;
    }
  | {readonly kind: "signed-out"; readonly since: number}
  | {readonly kind: "conflict"; readonly base: string; readonly theirs: Desk; readonly by: string}
  | {readonly kind: "refused"; readonly why: string};

export interface State {
  /** What the text on the screen was written on. */
  readonly base: Desk;
  /** As it was sent, where the desk keeps it with other blanks at its end. */
  readonly asSent?: string;
  /** On the screen. */
  readonly text: string;
  /** Is under way, or may have been taken without an answer; it is sent again before anything newer. */
  readonly sent?: string;
  readonly under: boolean;
  /** Was sent before the page was loaded, and its answer never came. */
  readonly lost?: string;
  readonly due?: number;
  readonly hold?: Hold;
  /** The desk is known to have this one. */
  readonly newest?: number;
  readonly savedAt?: number;
}

export type Happening = {readonly at: number} & (
  | {readonly kind: "typed"; readonly text: string}
  /** Asked for by a person, or because the page is being left. */
  | {readonly kind: "save"}
  | {readonly kind: "due"}
  /** The desk may be there again, or we signed in again. */
  | {readonly kind: "again"}
  | {readonly kind: "acknowledged"; readonly desk: Desk}
  | {readonly kind: "away"; readonly why: string}
  | {readonly kind: "signed-out"}
  | {readonly kind: "outrun"; readonly theirs: Desk; readonly by: string; readonly base?: string}
  | {readonly kind: "refused"; readonly why: string}
  /** Somebody has saved; with the text where another tab of ours did. */
  | {readonly kind: "news"; readonly revision: number; readonly text?: string; readonly by?: string}
  | {readonly kind: "loaded"; readonly desk: Desk}
  /** A conflict is put together: of `mine` and theirs came `text`. */
  | {readonly kind: "settled"; readonly mine: string; readonly text: string}
);

export type Act =
  | {readonly kind: "send"; readonly text: string; readonly revision: number}
  | {readonly kind: "wait"; readonly until: number}
  | {readonly kind: "keep"; readonly kept: Kept}
  | {readonly kind: "forget"}
  /** It is kept apart: the desk has a newer one, and a person decides. */
  | {readonly kind: "aside"; readonly kept: Kept}
  | {readonly kind: "show"; readonly text: string}
  | {readonly kind: "fetch"}
  /** The other tabs learn of it. */
  | {readonly kind: "tell"; readonly desk: Desk};

export type Step = readonly [State, readonly Act[]];

/** Whether two texts are one for the desk: in its canonical form, and apart from the disclosure that it puts right. */
export type Same = (one: string, other: string) => boolean;

/** After the last key. */
export const rest = 1_200;
const longestWait = 30_000;

/** Whether words are on the screen that the desk is not known to have. */
export const isUnsaved = ({text, base, asSent, sent}: State): boolean =>
  sent !== undefined || (text !== base.text && text !== asSent);

const isTyped = ({text, base, asSent}: State) => text !== base.text && text !== asSent;
const isFree = (state: State) => !isUnsaved(state) && !state.hold;

/** Begins with what the desk has, and what this browser kept when it was last open. */
export function begin(desk: Desk, kept: Kept | undefined, same: Same, at: number): Step {
  const fresh: State = {base: desk, text: desk.text, under: false};
  if (!kept) return [fresh, []];
  if (same(kept.text, desk.text)) return [fresh, [{kind: "forget"}]];
  const {sent} = kept;
  const onThis =
    kept.base.revision === desk.revision || (sent !== undefined && same(sent, desk.text));
  if (!onThis) return [fresh, [{kind: "aside", kept}, {kind: "forget"}]];
  const state: State = {
    ...fresh,
    text: kept.text,
    due: at,
    ...(sent !== undefined && {lost: sent}),
  };
  return [state, [{kind: "show", text: kept.text}, keep(state, at), {kind: "wait", until: at}]];
}

export function step(state: State, happening: Happening, same: Same): Step {
  const {at} = happening;
  switch (happening.kind) {
    case "typed":
      return typed(state, happening.text, at);
    case "save":
      return saveNow(state, at);
    case "due":
      return sendWhenDue(state, at);
    case "again":
      return state.hold?.kind === "away" || state.hold?.kind === "signed-out"
        ? saveNow(state, at)
        : [state, []];
    case "acknowledged":
      return acknowledged(state, happening.desk, at);
    case "away":
      return away(state, happening.why, at);
    case "signed-out": {
      const since = unsavedSince(state, at);
      return [{...state, under: false, hold: {kind: "signed-out", since}}, []];
    }
    case "outrun":
      return outrun(state, happening, same);
    case "refused": {
      const {sent: _sent, ...others} = state;
      return [{...others, under: false, hold: {kind: "refused", why: happening.why}}, []];
    }
    case "news":
      return news(state, happening, same);
    case "loaded":
      return loaded(state, happening.desk);
    case "settled":
      return settled(state, happening);
  }
}

const keep = ({base, text, sent, lost}: State, at: number): Act => {
  const open = sent ?? lost;
  return {kind: "keep", kept: {base, text, ...(open !== undefined && {sent: open}), at}};
};

/** Since when words are not saved. */
const unsavedSince = ({hold}: State, at: number) =>
  hold?.kind === "away" || hold?.kind === "signed-out" ? hold.since : at;

function typed(before: State, text: string, at: number): Step {
  if (text === before.text) return [before, []];
  const {hold, ...others} = before;
  // Other words may not be refused.
  const state: State = {
    ...(hold?.kind === "refused" ? others : before),
    text,
    due: at + rest,
  };
  if (!isUnsaved(state)) return [state, [{kind: "forget"}]];
  const wait: Act[] = state.under || state.hold ? [] : [{kind: "wait", until: state.due ?? at}];
  return [state, [keep(state, at), ...wait]];
}

/** Whatever held it back, but for a conflict. */
function saveNow(before: State, at: number): Step {
  const {hold, ...others} = before;
  const state = {...(hold?.kind === "refused" ? others : before), due: at};
  return hold?.kind === "conflict" ? [before, []] : send(state, at);
}

function sendWhenDue(state: State, at: number): Step {
  const {hold, sent, due = at} = state;
  if (hold && hold.kind !== "away") return [state, []];
  const until = hold ? hold.until : sent === undefined ? due : at;
  if (at < until && isUnsaved(state) && !state.under) return [state, [{kind: "wait", until}]];
  return send(state, at);
}

function send(state: State, at: number): Step {
  const {base} = state;
  if (state.under || !isUnsaved(state)) return [state, []];
  const text = state.sent ?? state.text;
  const sending: State = {...state, sent: text, under: true};
  return [sending, [keep(sending, at), {kind: "send", text, revision: base.revision}]];
}

/** Blanks at the end are nobody's words: they are left as they stand under the cursor. */
const shows = (text: string) => text.replace(/\r\n?/g, "\n").trimEnd();

function acknowledged(before: State, desk: Desk, at: number): Step {
  const {sent, hold: _hold, lost: _lost, asSent: _asSent, ...others} = before;
  const tell: Act = {kind: "tell", desk};
  const state: State = {...others, base: desk, under: false, savedAt: at};
  if (before.text !== sent) return goOn(state, at, [tell]);
  const alike = shows(desk.text) === shows(before.text);
  const calm: State = alike ? {...state, asSent: before.text} : {...state, text: desk.text};
  const show: Act[] = alike ? [] : [{kind: "show", text: desk.text}];
  return [calm, [{kind: "forget"}, ...show, tell, ...fetchNewer(calm)]];
}

/** With what was typed meanwhile, on what the desk has now. */
function goOn(state: State, at: number, before: readonly Act[] = []): Step {
  if (!isUnsaved(state)) return [state, [...before, {kind: "forget"}, ...fetchNewer(state)]];
  return [state, [...before, keep(state, at), {kind: "wait", until: state.due ?? at}]];
}

const fetchNewer = ({newest = 0, base}: State): Act[] =>
  newest > base.revision ? [{kind: "fetch"}] : [];

function away(state: State, why: string, at: number): Step {
  const tries = state.hold?.kind === "away" ? state.hold.tries + 1 : 1;
  const until = at + Math.min(longestWait, 1_000 * 2 ** (tries - 1));
  const hold: Hold = {kind: "away", since: unsavedSince(state, at), why, tries, until};
  return [{...state, under: false, hold}, [{kind: "wait", until}]];
}

function outrun(
  before: State,
  {theirs, by, base, at}: Extract<Happening, {kind: "outrun"}>,
  same: Same,
): Step {
  const {sent: _sent, hold: _hold, lost, ...others} = before;
  const state: State = {...others, under: false};
  // It was we who came first: the answer to that had got lost.
  if ((lost !== undefined && same(lost, theirs.text)) || same(state.text, theirs.text))
    return goOn({...state, base: theirs}, at);
  const hold: Hold = {kind: "conflict", base: base ?? state.base.text, theirs, by};
  const held = {...state, hold};
  return [held, [keep(held, at)]];
}

function news(
  state: State,
  {revision, text, by, at}: Extract<Happening, {kind: "news"}>,
  same: Same,
): Step {
  if (revision <= state.base.revision) return [state, []];
  const known: State = {...state, newest: Math.max(revision, state.newest ?? 0)};
  if (state.sent !== undefined || state.hold) return [known, []];
  if (text === undefined) return [known, isTyped(state) ? [] : [{kind: "fetch"}]];
  if (!isTyped(state)) return loaded(known, {revision, text});
  return outrun(known, {kind: "outrun", theirs: {revision, text}, by: by ?? "", at}, same);
}

function loaded(state: State, desk: Desk): Step {
  if (desk.revision <= state.base.revision) return [state, []];
  if (!isFree(state)) return [{...state, newest: Math.max(desk.revision, state.newest ?? 0)}, []];
  const {asSent: _asSent, ...others} = state;
  const taken: State = {...others, base: desk, text: desk.text};
  return [taken, [{kind: "show", text: desk.text}, {kind: "forget"}]];
}

function settled(before: State, {mine, text, at}: Extract<Happening, {kind: "settled"}>): Step {
  const {hold, asSent: _asSent, ...others} = before;
  // Something was typed that is not in it.
  if (hold?.kind !== "conflict" || mine !== before.text) return [before, []];
  const state: State = {...others, base: hold.theirs, text, due: at};
  const show: Act = {kind: "show", text};
  if (!isUnsaved(state)) return [state, [show, {kind: "forget"}]];
  const [sending, acts] = send(state, at);
  return [sending, [show, ...acts]];
}

/** For people. */
export function savingOf(state: State): Saving {
  const {hold} = state;
  switch (hold?.kind) {
    case "conflict": {
      const {base, theirs, by} = hold;
      return {kind: "conflict", base, theirs: theirs.text, by, revision: theirs.revision};
    }
    case "refused":
      return {kind: "refused", why: hold.why};
    case "signed-out":
      return {kind: "not-saved", since: new Date(hold.since), why: "signed-out"};
    case "away":
      return {
        kind: "not-saved",
        since: new Date(hold.since),
        why: hold.why,
        ...(!state.under && {nextTry: new Date(hold.until)}),
      };
  }
  if (state.under) return {kind: "saving"};
  if (isUnsaved(state)) return {kind: "typed"};
  return {kind: "saved", ...(state.savedAt !== undefined && {at: new Date(state.savedAt)})};
}
