export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("notes/[0-9]*/**/*.{svg,png,pdf,json}");
}
