import {signal} from "@preact/signals";
import type {Role} from "../../../model/person.ts";
import {includesRole} from "../../../model/person.ts";
import type {Session} from "../../api/peopleShapes.ts";
import {ask, askJson, Refused, whenSignedOut} from "../api.ts";

/** Undefined until it is known; null: nobody is signed in. */
export const session = signal<Session | null | undefined>(undefined);
/** It ended under somebody's hands: what is open stays open, and a dialog asks to sign in again. */
export const ended = signal(false);

whenSignedOut(() => {
  if (session.value) ended.value = true;
  else session.value = null;
});

export async function loadSession(): Promise<void> {
  try {
    const found = await askJson<Session>("/api/session");
    // What is open belongs to who opened it.
    if (session.value && session.value.name !== found.name) location.reload();
    session.value = found;
    ended.value = false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.value = null;
  }
}

export async function signIn(who: {readonly email: string; readonly password: string}) {
  await ask("/api/session", {method: "POST", body: who});
  await loadSession();
}

/** @throws where the desk could not be told, and the session goes on */
export async function signOut(): Promise<void> {
  await ask("/api/session", {method: "DELETE"});
  location.assign("/");
}

/** Whether who is at the page may do what takes the role. */
export const may = (role: Role): boolean =>
  session.value ? includesRole(session.value.role, role) : false;
