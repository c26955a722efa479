import type { Page } from 'playwright-core'

/** What a request is answered with instead of the server's answer. */
interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Requests of a page that wait. */
export interface Slow {
  /** Resolves as soon as one is asked. */
  readonly asked: Promise<void>
  /** How many were asked. */
  count(): number
  /** Lets all be answered, also later ones; resolves as soon as the page has had time to do what it does then. */
  answer(): Promise<void>
}

/** Lets requests to some addresses wait, until it is said. */
export async function slow(page: Page, addresses: string, instead?: Answer): Promise<Slow> {
  let [count, tellAsked, tellFree] = [0, (): void => undefined, (): void => undefined]
  const asked = new Promise<void>((resolve) => (tellAsked = resolve))
  const free = new Promise<void>((resolve) => (tellFree = resolve))
  const answered: Promise<unknown>[] = []
  await page.route(addresses, async (route) => {
    count += 1
    // What the server answers is there once all of it is; of an answer of ours the browser may not tell.
    const request = route.request()
    const whole = request
      .response()
      .then((response) => (instead ? undefined : response?.finished()))
    answered.push(whole.catch(() => undefined))
    tellAsked()
    await free
    await (instead ? route.fulfill(instead) : route.continue())
  })
  return {
    asked,
    count: () => count,
    async answer() {
      await asked
      tellFree()
      await Promise.all(answered)
      await page.unroute(addresses)
      // What the page does then it has done two frames later.
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      )
    },
  }
}
