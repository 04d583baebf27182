import type {AssetKind} from "../../model/assetKind.ts";
import type {Telling} from "../../narrative/point.ts";

type Form = "bare" | "genitive" | "dative" | "locative" | "ablative";

const nouns: Readonly<Record<AssetKind, Readonly<Record<Form, string>>>> = {
  coin: {
    bare: "coin",
    genitive: "coinin",
    dative: "coine",
    locative: "coinde",
    ablative: "coinden",
  },
  share: {
    bare: "hisse",
    genitive: "hissenin",
    dative: "hisseye",
    locative: "hissede",
    ablative: "hisseden",
  },
  fund: {bare: "fon", genitive: "fonun", dative: "fona", locative: "fonda", ablative: "fondan"},
  commodity: {
    bare: "emtia",
    genitive: "emtianın",
    dative: "emtiaya",
    locative: "emtiada",
    ablative: "emtiadan",
  },
  currency: {
    bare: "para birimi",
    genitive: "para biriminin",
    dative: "para birimine",
    locative: "para biriminde",
    ablative: "para biriminden",
  },
  index: {
    bare: "endeks",
    genitive: "endeksin",
    dative: "endekse",
    locative: "endekste",
    ablative: "endeksten",
  },
};

type Kind = Pick<Telling["asset"], "kind">;

/** What the asset is called where its name would be too much: "bu hissede". */
export const noun = ({kind = "coin"}: Kind, form: Form = "bare"): string => nouns[kind][form];

/** A day of its market: "gün", or "işlem günü". */
export const marketDay = ({rests}: Pick<Telling, "rests">): string =>
  rests ? "işlem günü" : "gün";

/** "son 30 günde", "son 30 işlem gününde" */
export const inMarketDays = ({rests}: Pick<Telling, "rests">): string =>
  rests ? "işlem gününde" : "günde";
