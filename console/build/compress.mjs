// Writes compressed copies beside the files of the given folder, so that the gateway need not compress them for each request, and
// fails if what the first page loads exceeds its budget.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const budget = 300 * 1024;
const folder = join(process.argv[2], 'assets');
const sizes = new Map();
for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
  const content = readFileSync(join(folder, name));
  sizes.set(name, content.length);
  if (content.length > 1024) {
    const zipped = gzipSync(content, { level: 9 });
    sizes.set(name, zipped.length);
    writeFileSync(join(folder, `${name}.gz`), zipped);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  }
}
const first = readFileSync(join(process.argv[2], 'index.html'), 'utf8').match(/(?<=\/assets\/)[^"]+/g) ?? [];
const size = first.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
if (first.length === 0 || size > budget) {
  throw new Error(`The first page loads ${first.length} files of ${size} bytes, compressed; ${budget} are allowed`);
}
