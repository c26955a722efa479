import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PAGES } from './pages.ts'

// `npm run docs`: writes the pages that are made of the code, to be checked in; `test/docs.test.ts` holds them against it.
for (const [name, write] of Object.entries(PAGES)) {
  const url = new URL(`../${name}`, import.meta.url)
  writeFileSync(url, await write(existsSync(url) ? readFileSync(url, 'utf8') : ''))
}
