import {deflateSync} from "node:zlib";
import {flavourOf, glyphsOf, tablesOf, unpack} from "./woff.ts";

/** What drawing letters takes; features of layout, such as kerning, are left out. */
const kept = new Set(
  "OS/2 cmap cvt  fpgm gasp glyf head hhea hmtx loca maxp name post prep".match(/.{4}(?= |$)/g),
);

/**
 * A font in WOFF with some characters of one in WOFF or TrueType and no others, small enough to be sent for a few
 * letters. Glyphs keep their numbers; those that are not drawn are empty.
 */
export function subsetOf(font: Buffer, points: readonly number[]): Buffer {
  const tables = new Map(
    tablesOf(font)
      .filter(({tag}) => kept.has(tag))
      .map(table => [table.tag, unpack(table)]),
  );
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`a font without the table ${tag}`);
    return found;
  };
  const all = glyphsOf(font);
  const drawn = points.flatMap(point => {
    const glyph = all.get(point);
    return glyph === undefined ? [] : [[point, glyph] as const];
  });
  const outlines = readOutlines(table("head"), table("loca"), table("glyf"));
  const used = withParts([0, ...drawn.map(([, glyph]) => glyph)], outlines);
  const head = Buffer.from(table("head"));
  head.writeInt16BE(1, 50); // long offsets
  tables.set("head", head);
  tables.set("loca", locaOf(outlines, used));
  tables.set("glyf", Buffer.concat(outlines.map((one, i) => (used.has(i) ? one : empty))));
  tables.set("hmtx", metricsOf(table("hmtx"), table("hhea").readUInt16BE(34), used));
  tables.set("cmap", cmapOf(drawn));
  tables.set("post", withoutNames(table("post")));
  return packed(tables, flavourOf(font));
}

const empty = Buffer.alloc(0);

function readOutlines(head: Buffer, loca: Buffer, glyf: Buffer): Buffer[] {
  const long = head.readInt16BE(50) === 1;
  const count = loca.length / (long ? 4 : 2) - 1;
  const at = (i: number) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  return Array.from({length: count}, (_, i) => glyf.subarray(at(i), at(i + 1)));
}

/** A letter with a mark is often put together of the two. */
function withParts(glyphs: readonly number[], outlines: readonly Buffer[]): Set<number> {
  const used = new Set<number>();
  const visit = (glyph: number) => {
    const outline = outlines[glyph];
    if (used.has(glyph) || !outline) return;
    used.add(glyph);
    if (outline.length > 0 && outline.readInt16BE(0) < 0)
      for (const part of partsOf(outline)) visit(part);
  };
  for (const glyph of glyphs) visit(glyph);
  return used;
}

function partsOf(outline: Buffer): number[] {
  const parts: number[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x1 ? 4 : 2) + scale;
    more = (flags & 0x20) !== 0;
  }
  return parts;
}

function locaOf(outlines: readonly Buffer[], used: ReadonlySet<number>): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let at = 0;
  for (const [i, {length}] of outlines.entries()) {
    loca.writeUInt32BE(at, 4 * i);
    at += used.has(i) ? length : 0;
  }
  loca.writeUInt32BE(at, 4 * outlines.length);
  return loca;
}

/** Of glyphs that are not drawn nothing is kept: what is even packs well. */
function metricsOf(hmtx: Buffer, advances: number, used: ReadonlySet<number>): Buffer {
  const metrics = Buffer.alloc(hmtx.length);
  for (const glyph of used) {
    const own = glyph < advances;
    const at = own ? 4 * glyph : 4 * advances + 2 * (glyph - advances);
    hmtx.copy(metrics, at, at, at + (own ? 4 : 2));
  }
  hmtx.copy(metrics, 4 * (advances - 1), 4 * (advances - 1), 4 * advances);
  return metrics;
}

/** Format 4, a segment for each character. */
function cmapOf(drawn: readonly (readonly [point: number, glyph: number])[]): Buffer {
  const segments = [...drawn.toSorted(([a], [b]) => a - b), [0xffff, 0] as const];
  const [count, power] = [segments.length, Math.floor(Math.log2(segments.length))];
  const length = 16 + 8 * count;
  const cmap = Buffer.alloc(12 + length);
  for (const [i, value] of [0, 1, 3, 1, 0, 12].entries()) cmap.writeUInt16BE(value, 2 * i);
  const head = [4, length, 0, 2 * count, 2 ** (power + 1), power, 2 * count - 2 ** (power + 1)];
  for (const [i, value] of head.entries()) cmap.writeUInt16BE(value, 12 + 2 * i);
  for (const [i, [point, glyph]] of segments.entries()) {
    const at = 12 + 14 + 2 * i;
    cmap.writeUInt16BE(point, at);
    cmap.writeUInt16BE(point, at + 2 + 2 * count);
    cmap.writeUInt16BE((glyph - point + 0x2_0000) % 0x1_0000, at + 2 + 4 * count);
  }
  return cmap;
}

/** Version 3: glyphs without names. */
function withoutNames(post: Buffer): Buffer {
  const bare = Buffer.from(post.subarray(0, 32));
  bare.writeUInt32BE(0x0003_0000, 0);
  return bare;
}

function packed(tables: ReadonlyMap<string, Buffer>, flavour: number): Buffer {
  const entries = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(44 + 20 * entries.length);
  const parts: Uint8Array[] = [head];
  let [offset, whole] = [head.length, 12 + 16 * entries.length];
  for (const [i, [tag, content]] of entries.entries()) {
    const small = deflateSync(content, {level: 9});
    const data = small.length < content.length ? small : content;
    const at = 44 + 20 * i;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(offset, at + 4);
    head.writeUInt32BE(data.length, at + 8);
    head.writeUInt32BE(content.length, at + 12);
    head.writeUInt32BE(checksumOf(content), at + 16);
    parts.push(data, Buffer.alloc(-data.length & 3));
    offset += (data.length + 3) & ~3;
    whole += (content.length + 3) & ~3;
  }
  head.write("wOFF", 0, "latin1");
  head.writeUInt32BE(flavour, 4);
  head.writeUInt32BE(offset, 8);
  head.writeUInt16BE(entries.length, 12);
  head.writeUInt32BE(whole, 16);
  head.writeUInt16BE(1, 20);
  return Buffer.concat(parts);
}

function checksumOf(content: Buffer): number {
  const padded = Buffer.alloc((content.length + 3) & ~3);
  content.copy(padded);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
