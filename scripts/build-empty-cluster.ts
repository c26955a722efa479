import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'

// `npm run cluster`: writes `data/postgres/empty.tar.br`, the files of an embedded Postgres that holds nothing yet. To be run where another version of PGlite is installed.
const postgres = await PGlite.create()
await postgres.exec('checkpoint')
const tar = Buffer.from(await (await postgres.dumpDataDir('none')).arrayBuffer())
await postgres.close()
const packed = brotliCompressSync(tar, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    // Wide enough that the three databases in it, which are alike, are kept once.
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
  },
})
writeFileSync(new URL('../data/postgres/empty.tar.br', import.meta.url), packed)
console.log(`${tar.length} bytes, packed ${packed.length}`)
