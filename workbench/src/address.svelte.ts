import navaid from 'navaid'

/** The parts of an address that a view reads. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
}

const here = (): Address => ({
  path: location.pathname,
  query: new URLSearchParams(location.search),
})
const state = $state<{ address: Address }>({ address: here() })

/** Where the browser is; views follow it. */
export function address(): Address {
  return state.address
}

const router = navaid('/', () => (state.address = here()))

/** Begins to follow links and the browser's back and forward; gives how to end it. */
export function followAddresses(): () => void {
  router.on('*', () => (state.address = here()))
  router.listen()
  return () => router.unlisten?.()
}

/** Goes to an address; `replace` leaves no step in the history, as for a filter that is being typed. */
export function goTo(target: string, { replace = false } = {}): void {
  router.route(target, replace)
  state.address = here()
}
