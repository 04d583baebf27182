import {parseHTML} from "linkedom";
import {beforeAll, describe, expect, test} from "vitest";
import {walk} from "../walk.ts";

const samples = [
  ["tessilith", "samples/simulated", "2025-07-02T00:00:00Z"],
  ["bittensor", "samples/bittensor", "2026-03-21T21:07:00Z"],
] as const;
const notes = samples.flatMap(sample => ["en", "tr"].map(locale => [...sample, locale] as const));

describe.each(notes)(
  "the page of the note on %s from %s as of %s, in %s",
  (coin, data, asOf, locale) => {
    let document: ReturnType<typeof parseHTML>["document"];
    let html: string;
    let ids: readonly string[];
    beforeAll(async () => {
      const {files} = await walk({coin, data, asOf, locale}, ["html"]);
      html = String(files.get("note.html"));
      document = parseHTML(html).document;
      ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
    }, 60_000);
    const linksIn = (selector: string) =>
      [...document.querySelectorAll(`${selector}[href^="#"]`)].map(one =>
        (one.getAttribute("href") ?? "").slice(1),
      );

    test("leads from figures to their lines, and from each line back to the text", () => {
      const known = new Set(ids);
      const figures = linksIn("a.fig");
      expect(figures.length).toBeGreaterThan(10);
      expect(figures.filter(id => !known.has(id))).toEqual([]);
      const back = linksIn("a.back");
      expect(back.length).toBe(new Set(figures).size);
      expect(back.filter(id => !known.has(id))).toEqual([]);
    });

    test("leads on from every line to what it was made of, and to the recorded answer", () => {
      const inputs = linksIn(".evidence a:not(.back)");
      expect(inputs.length).toBeGreaterThan(5);
      expect(inputs.filter(id => !ids.includes(id))).toEqual([]);
      expect(inputs.some(id => id.startsWith("f-answers"))).toBe(true);
    });

    test("has each place once, runs nothing, and folds its evidence", () => {
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
      expect(document.querySelectorAll(".evidence details").length).toBeGreaterThan(3);
      expect(document.querySelectorAll(".evidence details[open]").length).toBe(0);
    });

    test("tells figures in words and never by their ids", () => {
      const told = document.querySelector(".evidence .parts")?.textContent ?? "";
      expect(told).not.toMatch(/\b(?:decoupling|change24h|ownMove24h|peers|cases|parameter)\.\w/);
      expect(told).not.toMatch(/[{}]|undefined|NaN/);
    });

    test("folds its evidence in the order of its sections", () => {
      const sections = [...document.querySelectorAll("h2")].map(one => one.textContent);
      const parts = [...document.querySelectorAll(".evidence .part summary")]
        .map(one => sections.indexOf(one.textContent))
        .filter(place => place !== -1);
      expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    });
  },
);
