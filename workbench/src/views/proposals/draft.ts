import type {
  CaseFolder,
  NewOwnActor,
  NewProposal,
  ProposalKind,
  ProposalOrigin,
  RegressionCase,
  ReviewField,
} from '../../../../src/server/api.ts'
import { draftFor, entryOf, type ActorDraft } from '../dictionary/drafts.ts'

/** What a case about a field shows. */
const FOLDERS: Readonly<Record<ReviewField, CaseFolder>> = {
  event: 'kinds',
  kind: 'kinds',
  status: 'status',
  time: 'scene',
  place: 'scene',
  site: 'scene',
  means: 'scene',
  participant: 'roles',
  figure: 'figures',
  damage: 'damage',
  size: 'sizes',
  claim: 'claims',
  statement: 'statements',
  source: 'sources',
  cue: 'statements',
  content: 'statements',
  stance: 'stances',
}

/** A proposal while it is filled in. */
export interface ProposalDraft {
  kind: ProposalKind
  asks: string
  title: string
  folder: CaseFolder
  date: string
  text: string
  expected: string
  actor: ActorDraft
}

/** A proposal to begin with, for a field of a report of a day. */
export function newDraft(field?: ReviewField, date = ''): ProposalDraft {
  return {
    kind: 'rule',
    asks: '',
    title: '',
    folder: field === undefined ? 'events' : FOLDERS[field],
    date: date.slice(0, 10),
    text: '',
    expected: '',
    actor: draftFor({ name: '', kind: 'unknown' }),
  }
}

/** The case that was filled in, without its title, as it is tried. */
export function triedCase({
  folder,
  date,
  text,
  expected,
}: ProposalDraft): Omit<RegressionCase, 'title'> {
  return { folder, text, expected, ...(date !== '' && { date }) }
}

/** What was filled in; undefined as long as nobody says what the actor is. */
export function proposalOf(
  draft: ProposalDraft,
  origin: ProposalOrigin | undefined,
): NewProposal | undefined {
  const { kind, asks, title } = draft
  const actor: NewOwnActor | undefined = kind === 'actor' ? entryOf(draft.actor) : undefined
  if (kind === 'actor' && (!actor || actor.name === '')) return undefined
  return {
    ...{ kind, asks, case: { ...triedCase(draft), title } },
    ...(actor && { actor }),
    ...(origin && { origin }),
  }
}
