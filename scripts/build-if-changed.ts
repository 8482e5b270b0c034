// `npm run build:if-changed`: `next build`, unless the last one was made of these very sources.
import { buildIfChanged } from './build'

try {
  const built = await buildIfChanged()
  process.stdout.write(built ? 'Built.\n' : 'The last build is up to date.\n')
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
