import 'server-only'
import pino from 'pino'

// One line of JSON for each event. Ids only: a name, an email address or a word about a child
// never goes into a log (docs/access.md).
export const log = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
})
