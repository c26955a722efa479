import type { Component } from 'svelte'
import type { MessageName } from '../../words/say.svelte.ts'
import type { Desk } from './desk.svelte.ts'

/** What a tab below the report is given. */
export interface TabProps {
  readonly desk: Desk
}

/** A tab below the report: its name in addresses, its title, and its file, loaded when it is first shown. */
export interface ReviewTab {
  readonly name: string
  readonly title: MessageName
  component(): Promise<{ readonly default: Component<TabProps> }>
}

/** The tabs, in their order. */
export const TABS: readonly ReviewTab[] = [
  { name: 'links', title: 'tab.links', component: () => import('./tabs/LinkedReports.svelte') },
  { name: 'map', title: 'map.title', component: () => import('./tabs/Map.svelte') },
  { name: 'timeline', title: 'timeline.title', component: () => import('./tabs/Timeline.svelte') },
  { name: 'matrix', title: 'matrix.title', component: () => import('./tabs/WhoSaysWhat.svelte') },
  { name: 'tolls', title: 'tolls.title', component: () => import('./tabs/Casualties.svelte') },
  { name: 'history', title: 'tab.history', component: () => import('./tabs/History.svelte') },
  {
    name: 'agreement',
    title: 'coding.agreement',
    component: () => import('./tabs/Agreement.svelte'),
  },
]
