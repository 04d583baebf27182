import {anyOf, type EditWords} from "../../../check/edits/words.ts";

export const edits: EditWords = {
  contrasts: [
    [
      anyOf("like alike similar similarly same identical equal equally likewise equals resembles"),
      anyOf("unlike different differently differs? dissimilar opposite contrary reverse unequal"),
    ],
    [
      anyOf("before earlier previously prior preceding"),
      anyOf("after later afterwards subsequently following"),
    ],
    [anyOf("near close nearby almost nearly"), anyOf("far distant away")],
    [
      anyOf("all every each always entirely wholly completely both whole"),
      anyOf("none neither no"),
      anyOf("most mostly mainly largely majority"),
      anyOf("some several partly few sometimes minority"),
    ],
    [
      anyOf("hardly barely little slightly scarcely marginally small tiny minor modest"),
      anyOf(
        "much greatly strongly sharply considerably substantially hugely largely mostly large big huge heavily",
      ),
    ],
    [
      anyOf("could may might perhaps possibly possible probably"),
      anyOf("must certainly surely definitely certain proven proves? undoubtedly"),
    ],
    [anyOf("with alongside together"), anyOf("against apart separately without")],
    [anyOf("inside within"), anyOf("outside beyond")],
    [
      anyOf("usual ordinary normal routine unremarkable expected"),
      anyOf("unusual extraordinary abnormal remarkable exceptional rare unexpected"),
    ],
    [anyOf("simulated hypothetical"), anyOf("observed actual real measured realised")],
    [anyOf("quiet calm dull"), anyOf("wild turbulent stormy hectic")],
    [anyOf("partial"), anyOf("total full")],
  ],
  spans: {
    day: anyOf("days? day['’]s daily today"),
    week: anyOf("weeks? week['’]s weekly"),
    month: anyOf("months? month['’]s monthly"),
    quarter: anyOf("quarters? quarter['’]s quarterly"),
    year: anyOf("years? year['’]s yearly annual twelve_months"),
    decade: anyOf("decades?"),
    record: anyOf("record records recorded"),
    whole: anyOf(
      "history history['’]s historic historical launch launched inception ever all_time lifetime life listing listed debut existence birth creation genesis",
    ),
  },
  superlative: anyOf(
    "lowest highest worst best largest biggest deepest smallest steepest sharpest strongest weakest greatest longest shortest most least first",
  ),
  universal: anyOf("always every entirely wholly completely exclusively only alone"),
  negator: /^(?:not|no|never|neither|nor|none|without|cannot|\p{L}+n['’]t)$/u,
  negatedComparison: /(?<!\p{L})no(?!\p{L}).*(?<!\p{L})than(?!\p{L})/u,
  pronoun: anyOf("it its it['’]s they their he she this that coin token asset"),
  empty: anyOf(`
    a an the this that these those it its they their them which who whose whom what where when how
    there here i we us our you your one ones is are was were be been being am has have had having do
    does did done will would shall should can could may might must of in on at to from by for with
    as into onto over under up out off about between among through within per and or nor but yet so
    than then if while whereas whether not no also too still even just again once more now again both each
    however moreover furthermore meanwhile instead indeed therefore thus hence though although
    nevertheless nonetheless otherwise overall besides likewise further next first second third last
    finally lastly namely roughly about around some such very quite rather together taken put words
    word say says said see seen look looks looking turn turns show shows shown stand stands standing
    give gives given note text table chart exhibit section paragraph page above below part rest case
    figure figures number numbers mean means that['’]s it['’]s let lets let['’]s example instance fact turn
    short sum detail total glance other all time comparison contrast sight side hand measured counted told tell tells
    describe describes lists sets compares explains asks deals treats following come comes came go goes gone went remain remains remained amount amounts amounted make makes made
  `),
  link: anyOf(`
    because despite although though since due owing thanks amid following driven dragged pushed
    pulled lifted helped boosted led fuelled fueled triggered sparked caused weighed after when as
    on reflecting suggesting signalling signaling showing indicating meaning proving unless until
  `),
};
