#!/usr/bin/env node
import { readVersion } from '../base/package-folder.ts'
import { program, statusOf } from './program.ts'
import { endWithReaderAndSignals, standardStreams } from './streams.ts'

endWithReaderAndSignals()
try {
  const [, , command] = process.argv
  await (await program(await readVersion(), command)).parseAsync()
} catch (error) {
  process.exitCode = statusOf(error, standardStreams)
}
