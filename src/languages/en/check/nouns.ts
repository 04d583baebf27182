import type {NounWords} from "../../../check/nouns.ts";

export const nouns: NounWords = {
  concepts: {
    price: "prices?|trad(?:es|ing|ed) at|closes?|closed|closing|quoted at|token represents",
    "market-cap": "market cap(?:itali[sz]ation)?|valuations?|valued|fully diluted",
    volume: "(?:trading )?volumes?(?!-to)|changed hands",
    turnover:
      "turnover|(?:volume-to-market-cap )?ratio|of (?:its |the )?(?:circulating )?market cap",
    rank: "rank(?:ed|s)?|largest",
    return:
      "returns?|rose|rises?|fell|falls?|gain(?:s|ed)?|los(?:t|s|es)|moves?|moved|changed?|changes|declin(?:e|es|ed)|drop(?:s|ped)?|climbed|performance|up|down",
    correlation: "correlations?|correlated|correlation matrix",
    beta: "betas?",
    volatility: "volatility|volatile|standard deviation",
    drawdown: "drawdowns?|deepest fall|below (?:its|the) (?:peak|high)",
    "p-value": "p-values?|p [=<]|significance",
    probability: "probabilit(?:y|ies)|chances?|likelihood|odds|outcomes?|share",
    supply: "supply|coins|tokens",
    depth: "depth",
    "z-score": "z|z-scores?",
  },
  ties: {
    before:
      /^(?:\s(?:of|for)\s(?:ℕ+|it|the\s(?:coin|token)))?\s?(?:\(|:|=|of|is|was|are|were|at|by|(?:stands?|stood|sits?|sat|remains?|remained) at|comes? to|came to|reached|reaches)?\s?(?:about|around|roughly|nearly|almost|over|under|now|only|just|an?|some)?\s?$/iu,
    after: /^\s?(?:in|of|as|its|the|a|\s){0,3}\s?$/iu,
  },
};
