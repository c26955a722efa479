import type { Company, Origin } from '../../../src/server/api.ts'

/** A report in the graph of origins. */
export interface Node {
  readonly report: string
  readonly origin: number
  /** How many reports it is away from the first of its origin. */
  readonly layer: number
  readonly line: number
}

/** What leads from one report to another. */
export interface Edge {
  readonly from: Node
  readonly to: Node
  /** How much of the shorter one's wording the other has; absent where they are one for another reason. */
  readonly held?: number
}

/** Which report copies whom: reports in layers, each origin in lines of its own. */
export interface Graph {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly layers: number
  readonly lines: number
}

/** The graph of an incident's origins. What is of an origin without being a copy hangs on its first report. */
export function graphOf(origins: readonly Origin[], copies: Company['copies']): Graph {
  const copyOf = new Map(copies.map((copy) => [copy.later, copy]))
  const nodes = new Map<string, Node>()
  const edges: Edge[] = []
  let line = 0
  for (const [number, { reports }] of origins.entries()) {
    const [first] = reports
    for (const report of reports) {
      const copy = copyOf.get(report)
      const source =
        nodes.get(copy?.earlier ?? '') ?? (report === first ? undefined : nodes.get(first ?? ''))
      const node = { report, origin: number, layer: source ? source.layer + 1 : 0, line }
      line += 1
      nodes.set(report, node)
      if (source)
        edges.push({
          from: source,
          to: node,
          ...(copy && source.report === copy.earlier && { held: copy.held }),
        })
    }
  }
  const layers = Math.max(0, ...[...nodes.values()].map(({ layer }) => layer + 1))
  return { nodes: [...nodes.values()], edges, layers, lines: line }
}
