import type {Name} from "../model/text.ts";

/** A mail or web address that can be followed. */
export const address = (feedback: string): Name => ({
  name: feedback,
  href: /^https?:/.test(feedback) ? feedback : `mailto:${feedback}`,
});
