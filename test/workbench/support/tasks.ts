import type { Page } from 'playwright-core'

/** Tasks of the page's main thread in milliseconds: how long they held it by the clock, and how long they worked; beside other work on the machine only the latter tells about the page. */
export interface Task {
  readonly lasted: number
  readonly worked: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Runs something in a page and gives the tasks of its main thread meanwhile, those first that worked longest. */
export async function tasksOf(page: Page, work: () => Promise<unknown>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  )
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return mainTasks(events)
}

/** A browser has one renderer for each page: the one that worked is the page's. */
function mainTasks(events: readonly TraceEvent[]): Task[] {
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) =>
      events.filter(
        (one) =>
          one.pid === pid && one.tid === tid && one.ph === 'X' && one.name.endsWith('RunTask'),
      ),
    )
  const tasks = threads.map((all) =>
    all.map(({ dur = 0, tdur = 0 }) => ({ lasted: dur / 1000, worked: tdur / 1000 })),
  )
  const busiest = tasks.sort((a, b) => sum(b) - sum(a))[0] ?? []
  return busiest.sort((a, b) => b.worked - a.worked)
}

function sum(tasks: readonly Task[]): number {
  return tasks.reduce((all, { worked }) => all + worked, 0)
}
