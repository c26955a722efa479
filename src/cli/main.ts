#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { program, statusOf } from './program.ts'
import { endWithReaderAndSignals, standardStreams } from './streams.ts'

endWithReaderAndSignals()
try {
  await program(await readVersion()).parseAsync()
} catch (error) {
  process.exitCode = statusOf(error, standardStreams)
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
