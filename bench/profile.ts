import { Session } from 'node:inspector/promises'

/** Which stage a module belongs to; the outermost on the stack counts, so what events ask of the tree is theirs. */
const STAGES: readonly (readonly [string, RegExp])[] = [
  ['phrases', /\/text\/phrase-table\./],
  ['text', /\/text\//],
  ['time', /\/resolve\/time\//],
  ['place', /\/resolve\/place\//],
  ['mentions', /\/analyse\/mentions\//],
  ['statements', /\/analyse\/statements\//],
  ['events', /\/analyse\/(?:events|figures)\//],
  ['codings', /\/codings\//],
  ['writing', /\/export\//],
]
const OTHER = 'other'

/** What part of the time of a piece of work each stage takes, found by looking at the stack every half millisecond. */
export async function profile(
  work: () => void,
): Promise<readonly { readonly stage: string; readonly share: number }[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  work()
  const { nodes, samples = [] } = (await session.post('Profiler.stop')).profile
  session.disconnect()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stages = new Map<number, string>()
  const visit = (id: number, above: string): void => {
    const node = byId.get(id)
    const stage = above === OTHER ? stageOf(node?.callFrame) : above
    stages.set(id, stage)
    for (const child of node?.children ?? []) visit(child, stage)
  }
  visit(nodes[0]?.id ?? 0, OTHER)
  const counts = new Map([...STAGES.map(([stage]) => stage), GARBAGE, OTHER].map((s) => [s, 0]))
  const busy = samples.map((id) => stages.get(id) ?? OTHER).filter((stage) => stage !== IDLE)
  for (const stage of busy) counts.set(stage, (counts.get(stage) ?? 0) + 1)
  return [...counts].map(([stage, count]) => ({ stage, share: count / busy.length }))
}

const GARBAGE = 'garbage'
const IDLE = 'idle'

function stageOf(frame: { functionName: string; url: string } | undefined): string {
  if (frame?.functionName === '(garbage collector)') return GARBAGE
  if (frame?.functionName === '(idle)') return IDLE
  return STAGES.find(([, module]) => module.test(frame?.url ?? ''))?.[0] ?? OTHER
}
