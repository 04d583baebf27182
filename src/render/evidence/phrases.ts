import type {PhraseBook} from "../../model/evidenceWords.ts";

/** What a phrase book says of a text, and what stands in the text for each of its parameters. */
export interface Phrase {
  readonly pattern: string;
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Looks texts up in a phrase book: a whole text first, then the patterns in their order. */
export function phrasesOf(book: PhraseBook): (text: string) => Phrase | undefined {
  const patterns = Object.entries(book)
    .filter(([pattern]) => pattern.includes("{"))
    .map(([pattern, words]) => ({pattern, words, expression: expressionOf(pattern)}));
  return text => {
    const words = Object.hasOwn(book, text) ? book[text] : undefined;
    if (words !== undefined) return {pattern: text, words, values: {}};
    for (const {pattern, words, expression} of patterns) {
      const found = expression.exec(text);
      if (found) return {pattern, words, values: valuesOf(pattern, found)};
    }
    return undefined;
  };
}

/** Words with their parameters put in; one without a value stays out. */
export const filledIn = (words: string, values: Readonly<Record<string, string>>) =>
  words.replace(/\{(\w*)\}/g, (_, name: string) => values[name] ?? "");

const parameter = /\{(\w+)\}/g;

function expressionOf(pattern: string): RegExp {
  const parts = pattern.split(/\{\w+\}/).map(part => RegExp.escape(part));
  return new RegExp(`^${parts.join("(.+?)")}$`, "s");
}

const valuesOf = (pattern: string, found: readonly string[]) =>
  Object.fromEntries([...pattern.matchAll(parameter)].map(([, name], i) => [name, found[i + 1]]));
