import {effect, signal} from "@preact/signals";
import type {DeskLocale} from "../../../model/deskLocale.ts";

const key = "assay.locale";
const known = (tag: string | null | undefined): DeskLocale | undefined =>
  tag?.startsWith("tr") ? "tr" : tag?.startsWith("en") ? "en" : undefined;

/** The language of the page, which is not that of the notes. */
export const locale = signal<DeskLocale>(
  known(globalThis.localStorage?.getItem(key)) ?? known(navigator.language) ?? "en",
);

export function chooseLocale(chosen: DeskLocale): void {
  localStorage.setItem(key, chosen);
  locale.value = chosen;
}

/** Says of the page in which language it is. */
export function followLocale(): void {
  effect(() => {
    document.documentElement.lang = locale.value;
  });
}

/** Of the words of one part of the page, those of the language that is chosen. */
export const inLocale = <Words>(words: Readonly<Record<DeskLocale, Words>>): Words =>
  words[locale.value];
