/** The forms in which a note is written. */
export const formats = ["md", "html", "pdf"] as const;
export type Format = (typeof formats)[number];

/** The sizes of its paper. */
export const papers = ["A4", "Letter"] as const;
export type Paper = (typeof papers)[number];

/** The site generators whose posts it can be. */
export const flavours = ["hugo", "eleventy", "astro", "jekyll"] as const;
export type Flavour = (typeof flavours)[number];
