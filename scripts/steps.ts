/** Does one step of a longer work, saying what it is, how it went and how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  outcome: (result: T) => string,
): Promise<T> {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  process.stdout.write(`${name} … `)
  try {
    const result = await work()
    process.stdout.write(`${outcome(result)} (${seconds()})\n`)
    return result
  } catch (error) {
    process.stdout.write(`failed (${seconds()})\n`)
    throw error
  }
}
