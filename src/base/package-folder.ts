import { readFile } from 'node:fs/promises'

/** The folder of the package, two above this module: in `src/base`, in `dist/base`, and in `dist/cli`, where the command's modules are joined. */
export const PACKAGE_FOLDER = new URL('../../', import.meta.url)

/** The version of the package. */
export async function readVersion(): Promise<string> {
  const file = await readFile(new URL('package.json', PACKAGE_FOLDER), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
