import { mount } from 'svelte'
import Root from './Root.svelte'
import { applySettings } from './settings/settings.svelte.ts'
import './theme/tokens.css'
import './theme/base.css'

const target = document.getElementById('app')
if (target) {
  // Without the language's file everything is said in English.
  await applySettings().catch(() => undefined)
  mount(Root, { target })
}
