/** The picture for previews, which the front matter names. */
export const cardFile = "card.png";
