import type { CaseFolder } from '../../../../src/server/api.ts'

/** What a case may be about, in the order in which it is offered. */
export const FOLDERS = [
  'kinds',
  'status',
  'same',
  'roles',
  'scene',
  'figures',
  'damage',
  'sizes',
  'relations',
  'claims',
  'events',
  'statements',
  'stances',
  'sources',
  'topics',
  'times',
  'places',
  'actors',
] as const satisfies readonly CaseFolder[]
