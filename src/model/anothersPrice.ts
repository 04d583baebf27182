/** Classes of a list of assets whose price another price makes. */
const classes = /^(stablecoin(_\w+)?|wrapped|fiat|index|metal|commodity)$/;

/** Whether the price of a coin of this class, as a list of assets gives it, is another price's. */
export const isAnothersPrice = (kind: string): boolean => classes.test(kind);
