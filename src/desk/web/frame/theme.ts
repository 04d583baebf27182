import {effect, signal} from "@preact/signals";

const key = "assay.theme";
export type Theme = "light" | "dark";

/** Undefined: as the system has it. */
export const theme = signal<Theme | undefined>(
  (localStorage.getItem(key) as Theme | null) ?? undefined,
);

export const isDark = () =>
  theme.value ? theme.value === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

export function toggleTheme(): void {
  theme.value = isDark() ? "light" : "dark";
  localStorage.setItem(key, theme.value);
}

export function followTheme(): void {
  effect(() => {
    const {dataset} = document.documentElement;
    if (theme.value) dataset.theme = theme.value;
    else delete dataset.theme;
  });
}
