// Puts a .br and a .gz beside every file of a folder that is smaller that way: `node compress.mjs FOLDER`.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTHWHILE = /\.(css|html|js|json|svg|txt|webmanifest)$/;
const encodings = {
  ".br": (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  ".gz": (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
};

const [folder] = process.argv.slice(2);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !WORTHWHILE.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const content = readFileSync(path);
  for (const [ending, compress] of Object.entries(encodings)) {
    const compressed = compress(content);
    if (compressed.length < content.length) writeFileSync(path + ending, compressed);
  }
}
