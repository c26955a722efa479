import type { Component } from 'svelte'
import type { MessageName } from './words/say.svelte.ts'

/** A screen: the address that it begins with, its name where it stands in the frame, and its file, which is loaded when it is first shown. */
export interface View {
  readonly path: string
  readonly name?: MessageName
  component(): Promise<{ readonly default: Component }>
}

/** The screens, in the order of the frame. */
export const VIEWS: readonly View[] = [
  { path: '/review', name: 'nav.review', component: () => import('./views/review/Review.svelte') },
  {
    path: '/incidents',
    name: 'nav.incidents',
    component: () => import('./views/incidents/At.svelte'),
  },
  { path: '/add', name: 'nav.add', component: () => import('./views/add/Add.svelte') },
  { path: '/access', name: 'nav.access', component: () => import('./views/access/Access.svelte') },
  {
    path: '/coding',
    name: 'nav.coding',
    component: () => import('./views/coding/Coding.svelte'),
  },
  {
    path: '/changes',
    name: 'nav.changes',
    component: () => import('./views/changes/Changes.svelte'),
  },
  {
    path: '/dictionary',
    name: 'nav.dictionary',
    component: () => import('./views/dictionary/Dictionary.svelte'),
  },
  {
    path: '/proposals',
    name: 'nav.proposals',
    component: () => import('./views/proposals/At.svelte'),
  },
  { path: '/actors', component: () => import('./views/actors/Actor.svelte') },
  {
    path: '/settings',
    name: 'nav.settings',
    component: () => import('./views/settings/Settings.svelte'),
  },
]

/** The screen at an address; the bare address is the first one. */
export function viewAt(path: string): View | undefined {
  if (path === '/') return VIEWS[0]
  return VIEWS.find((view) => path === view.path || path.startsWith(`${view.path}/`))
}
