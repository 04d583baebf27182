import type {flavours} from "../../config/targets.ts";
import {astro} from "./astro.ts";
import {eleventy} from "./eleventy.ts";
import {hugo} from "./hugo.ts";
import {jekyll} from "./jekyll.ts";
import type {Generator} from "./layout.ts";

export type Flavour = (typeof flavours)[number];

export const generators: Readonly<Record<Flavour, Generator>> = {hugo, eleventy, astro, jekyll};
