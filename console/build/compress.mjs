// Writes compressed copies beside the files of the given folder, so that the gateway need not compress them for each request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = join(process.argv[2], 'assets');
for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
  const content = readFileSync(join(folder, name));
  if (content.length > 1024) {
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  }
}
