import type { Component } from 'svelte'
import Incidents from './views/incidents/Incidents.svelte'
import Review from './views/review/Review.svelte'
import type { MessageName } from './words/say.svelte.ts'

/** A screen: the address that it begins with, and its name where it stands in the frame. */
export interface View {
  readonly path: string
  readonly name?: MessageName
  readonly component: Component
}

/** The screens, in the order of the frame. */
export const VIEWS: readonly View[] = [
  { path: '/review', name: 'nav.review', component: Review },
  { path: '/incidents', name: 'nav.incidents', component: Incidents },
]

/** The screen at an address; the bare address is the first one. */
export function viewAt(path: string): View | undefined {
  if (path === '/') return VIEWS[0]
  return VIEWS.find((view) => path === view.path || path.startsWith(`${view.path}/`))
}
