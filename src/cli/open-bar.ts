import { findFiles } from '../ingest/index.ts'
import { openProgressBar, type ProgressBar } from './progress.ts'

/** A progress bar over paths, where there is somebody to see it. */
export async function openBar(
  paths: readonly string[],
  { quiet }: { readonly quiet?: true },
): Promise<ProgressBar | undefined> {
  if (quiet || !process.stderr.isTTY) return undefined
  return openProgressBar(process.stderr, await sizeOf(paths))
}

/** Bytes of all files; unknown where something comes down a pipe. */
async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  if (paths.includes('-')) return undefined
  let bytes = 0
  for (const path of paths)
    for await (const found of findFiles(path)) bytes += 'size' in found ? found.size : 0
  return bytes
}
