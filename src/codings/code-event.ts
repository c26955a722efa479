import type { Event, EventCodes } from '../records/index.ts'
import { codeAcled } from './acled/index.ts'
import { codeCameo } from './cameo/index.ts'
import type { CodeContext } from './context.ts'
import { codeGtd } from './gtd/index.ts'
import { codePlover } from './plover/index.ts'
import { frameOf } from './frame.ts'
import { codeUcdp } from './ucdp/index.ts'

/** What each codebook makes of an event: a row with its own keys, or the rule that leaves the event out. */
export function codeEvent(event: Event, context: CodeContext): EventCodes {
  const kind = context.codebook.kinds.get(event.kind)
  if (!kind) return {}
  const frame = frameOf(event, kind, context)
  return {
    acled: codeAcled(frame),
    gtd: codeGtd(frame),
    ucdp: codeUcdp(frame),
    plover: codePlover(frame),
    cameo: codeCameo(frame),
  }
}
