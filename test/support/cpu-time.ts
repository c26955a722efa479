/** Milliseconds of processor time that some work takes in this process: a busy machine does not slow it as it does the clock. */
export function cpuTime(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
