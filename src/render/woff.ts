import {inflateSync} from "node:zlib";

/** A table of a font, still packed. */
export interface Packed {
  readonly tag: string;
  readonly checksum: number;
  readonly length: number;
  readonly data: Buffer;
}

/**
 * The code points that a font in WOFF or TrueType draws: what its `cmap` says, and not what a range declared
 * for it in a style sheet promises.
 */
export function charactersOf(font: Buffer): Set<number> {
  return new Set(glyphsOf(font).keys());
}

/** The glyph of each code point that the font draws. */
export function glyphsOf(font: Buffer): Map<number, number> {
  const table = tablesOf(font).find(({tag}) => tag === "cmap");
  return table ? readCmap(unpack(table)) : new Map();
}

/** The same font as TrueType, for programs that know no WOFF. */
export function toTrueType(woff: Buffer): Buffer {
  const tables = tablesOf(woff);
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (tables.length - power), 10);
  const parts = [head];
  let offset = head.length;
  for (const [i, table] of tables.entries()) {
    const at = 12 + 16 * i;
    head.write(table.tag, at, "latin1");
    head.writeUInt32BE(table.checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    unpack(table).copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** What its outlines are, by the number that a font in either form gives. */
export const flavourOf = (font: Buffer): number => font.readUInt32BE(isWoff(font) ? 4 : 0);

const isWoff = (font: Buffer) => font.toString("latin1", 0, 4) === "wOFF";
const trueType = 0x00010000;

/** The tables of a font in WOFF, or in TrueType, where none is packed. */
export function tablesOf(font: Buffer): Packed[] {
  if (isWoff(font)) return woffTables(font);
  if (font.readUInt32BE(0) !== trueType) throw new Error("not a font in WOFF or TrueType");
  return Array.from({length: font.readUInt16BE(4)}, (_, i) => {
    const at = 12 + 16 * i;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    return {
      tag: font.toString("latin1", at, at + 4),
      length,
      checksum: font.readUInt32BE(at + 4),
      data: font.subarray(offset, offset + length),
    };
  });
}

function woffTables(woff: Buffer): Packed[] {
  return Array.from({length: woff.readUInt16BE(12)}, (_, i) => {
    const at = 44 + 20 * i;
    const [offset, packed] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8)];
    return {
      tag: woff.toString("latin1", at, at + 4),
      length: woff.readUInt32BE(at + 12),
      checksum: woff.readUInt32BE(at + 16),
      data: woff.subarray(offset, offset + packed),
    };
  });
}

export const unpack = ({data, length}: Packed) => (data.length < length ? inflateSync(data) : data);

/** Subtables of Unicode in the two formats that fonts of today have. */
function readCmap(cmap: Buffer): Map<number, number> {
  const points = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readSegments(subtable, points);
    if (format === 12) readGroups(subtable, points);
  }
  return points;
}

function readSegments(table: Buffer, points: Map<number, number>): void {
  const size = table.readUInt16BE(6);
  for (let i = 0; i < size; i += 2) {
    const end = table.readUInt16BE(14 + i);
    const start = table.readUInt16BE(16 + size + i);
    const delta = table.readUInt16BE(16 + 2 * size + i);
    const place = 16 + 3 * size + i;
    const range = table.readUInt16BE(place);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const found = range === 0 ? point : table.readUInt16BE(place + range + 2 * (point - start));
      const glyph = range !== 0 && found === 0 ? 0 : (found + delta) % 65_536;
      if (glyph !== 0) points.set(point, glyph);
    }
  }
}

function readGroups(table: Buffer, points: Map<number, number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i += 1) {
    const at = 16 + 12 * i;
    const [start, end] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    const first = table.readUInt32BE(at + 8);
    for (let point = start; point <= end; point += 1) points.set(point, first + point - start);
  }
}
