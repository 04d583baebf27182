import type {Asset, Colours, Fonts, House, Typeface} from "../model/house.ts";

/** Style rules that put a house's colours, fonts and logo over the page's own. Empty for none. */
export function houseStyle({colours = {}, fonts = {}, logo}: House): string {
  return [...colourRules(colours), ...fontRules(fonts), ...(logo ? [logoRules] : [])].join("\n");
}

/** The logo as an address within the page. As a picture it can run and load nothing. */
export const logoAddress = ({logo}: House) => logo && address(logo);

const address = ({type, base64}: Asset) => `data:${type};base64,${base64}`;

/**
 * Colours are chosen for light ground: on dark ground ours stand, but for that of a banner, which is
 * a ground itself. Margin boxes of a page know no custom properties of the document: their colours
 * are repeated.
 */
function colourRules(colours: Colours): string[] {
  const {ink, soft, alarm} = colours;
  const {alarm: _, ...onPaper} = colours;
  const properties = Object.entries(onPaper).map(([name, value]) => `--${name}:${value}`);
  return [
    ...(properties.length
      ? [
          `@media print,(prefers-color-scheme:light){:root{${properties.join(";")}}${ink ? ".deck{color:var(--ink)}" : ""}}`,
        ]
      : []),
    ...(soft ? [`@page{@top-left{color:${soft}}@bottom-right{color:${soft}}}`] : []),
    ...(alarm ? [`:root{--alarm:${alarm}}`, `@page{@top-right{background:${alarm}}}`] : []),
  ];
}

/** Charts stay in the font that their labels were measured in. */
function fontRules({text, headings, figures}: Fonts): string[] {
  const margin =
    '{font-family:"House figures","Inter","Source Serif 4","Other Characters",sans-serif}';
  return [
    ...(text
      ? [
          ...faces("House text", text),
          rooted("serif", '"House text","Source Serif 4","Inter","Other Characters",Georgia,serif'),
        ]
      : []),
    ...(headings
      ? [
          ...faces("House headings", headings),
          'h1,h2,h3{font-family:"House headings",var(--serif)}',
        ]
      : []),
    ...(figures
      ? [
          ...faces("House figures", figures),
          rooted(
            "sans",
            '"House figures","Inter","Source Serif 4","Other Characters",Arial,sans-serif',
          ),
          'figure svg,figure svg text{font-family:"Inter","Source Serif 4","Other Characters",Arial,sans-serif}',
          `@page{@top-left${margin}@top-right${margin}@bottom-right${margin}}`,
        ]
      : []),
  ];
}

const rooted = (name: string, families: string) => `:root{--${name}:${families}}`;

function faces(family: string, {regular, italic, semibold}: Typeface): string[] {
  return [
    face(family, regular, "normal", semibold ? "400" : "100 900"),
    ...(italic ? [face(family, italic, "italic", semibold ? "400" : "100 900")] : []),
    ...(semibold ? [face(family, semibold, "normal", "600")] : []),
  ];
}

const face = (family: string, font: Asset, style: string, weight: string) =>
  `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};` +
  `src:url(${address(font)})}`;

const logoRules = `.logo{max-width:44rem;margin:1.1rem auto 0}
.logo img{display:block;max-width:100%;height:2.4rem}
@media print{.logo{max-width:none;margin:0 0 7mm}.logo img{height:10mm}}`;
