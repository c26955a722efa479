import { setTimeout as wait } from 'node:timers/promises'
import { setImmediate } from 'node:timers'

/** A worker that reads nothing, slowly, and dies of the word "crash". */
export async function readChunk(chunk) {
  const { tasks } = JSON.parse(chunk)
  await wait(5 * Math.random())
  if (tasks.some(({ report }) => report.text.includes('crash')))
    setImmediate(() => {
      throw new Error('out of order')
    })
  await wait(20)
  return tasks.map(({ report }) => ({ text: `${report.text}\n` }))
}
