import type {Flavour} from "../../model/form.ts";
import {astro} from "./astro.ts";
import {eleventy} from "./eleventy.ts";
import {hugo} from "./hugo.ts";
import {jekyll} from "./jekyll.ts";
import type {Generator} from "./layout.ts";

export const generators: Readonly<Record<Flavour, Generator>> = {hugo, eleventy, astro, jekyll};
