import {chartColours} from "./palette.ts";

/**
 * How charts stand in a page: in the font that their labels were measured in, and of two drawings
 * the one that fits. On paper there is nothing to follow.
 */
export const chartStyle = `${chartColours}
.drawing svg{display:block;width:100%;height:auto;overflow:visible}
.drawing svg,.drawing svg text{font-family:"Inter","Source Serif 4","Other Characters",Arial,sans-serif}
.drawing .narrow{display:none;max-width:28rem}
@media screen and (max-width:40em){.drawing .narrow{display:block}.drawing .wide{display:none}}
.data{display:inline-block;margin-top:0.5rem;color:var(--soft);font:400 0.72rem/1.45 var(--sans)}
@media print{.data{display:none}}`;
