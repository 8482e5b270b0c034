const MARKED = /^\/\* prepared: ([a-z-]+) \*\//

/** A statement that has come this often will come again. */
const OFTEN = 5
/** Each connection of the pool keeps a plan for each name, so there is an end to names, and to what is waited for. */
const MOST_NAMES = 300
const MOST_WAITING = 2_000

/**
 * Names the statements that each connection is to plan once and keep: with row-level security a statement takes Postgres
 * a third of its time to plan. One that begins with a mark of its own is named by it from the first time; any other that
 * comes again and again is named when it does. The nameless are planned each time. A name stands for one text for ever.
 */
export function preparedNames(): (sql: string) => string {
  const names = new Map<string, string>()
  const waiting = new Map<string, number>()
  return (sql) => {
    const marked = MARKED.exec(sql)?.[1]
    if (marked) return marked
    const named = names.get(sql)
    if (named) return named
    const seen = (waiting.get(sql) ?? 0) + 1
    if (seen < OFTEN || names.size >= MOST_NAMES) {
      if (waiting.size >= MOST_WAITING) waiting.clear()
      waiting.set(sql, seen)
      return ''
    }
    waiting.delete(sql)
    const name = `often-${names.size}`
    names.set(sql, name)
    return name
  }
}
