// `npm run demo`, second half: database, demo schools, build, app. Started by demo.mjs.
import { serveApp, type ServedApp } from './app-process'
import { buildIfChanged } from './build'
import { accountLines, demoAccounts, demoDatabase } from './demo-schools'
import { firstFreePort } from './ports'
import { type ProjectPostgres, startProjectPostgres } from './postgres/project-database'
import { step } from './steps'
import { untilAsked } from './until-asked'

let server: ProjectPostgres | undefined
let app: ServedApp | undefined
const asked = untilAsked()

async function stopAll() {
  await app?.stop()
  await server?.postgres.stop()
}

async function start() {
  server = await step('Database', startProjectPostgres, ({ postgres }) => `running on port ${postgres.port}`)
  const running = server
  const { addresses } = await step(
    'Demo schools',
    () => demoDatabase(running),
    ({ loaded }) => (loaded ? 'loaded' : 'there, kept'),
  )
  await step('Build', buildIfChanged, (built) => (built ? 'made' : 'up to date'))
  const port = await firstFreePort(3000)
  app = await step(
    'App',
    () =>
      serveApp(port, {
        DATABASE_URL: addresses.web,
        NEXTAUTH_URL: `http://localhost:${port}`,
        NEXTAUTH_SECRET: running.secrets.session,
        DEMO: '1',
      }),
    ({ url }) => `serving at ${url}`,
  )
  const accounts = demoAccounts()
  const table = accounts.length > 0 ? `Sign in as:\n\n${accountLines(accounts).join('\n')}\n\n` : ''
  process.stdout.write(
    `\nTrack SEN support is at ${app.url}\n\n${table}Ctrl-C stops everything; the data is kept.\n`,
  )
  const appEnded = app.ended.then(() => 'ended' as const)
  if ((await Promise.race([asked, appEnded])) === 'ended')
    throw new Error(`The app ended by itself:\n${app.output()}`)
}

// Asked to stop in the middle of a step, we do not wait for the step.
const stoppedEarly = asked.then(() => 'asked' as const)
try {
  await Promise.race([start(), stoppedEarly])
  process.stdout.write('\nStopping … ')
  await stopAll()
  process.stdout.write('stopped\n')
  process.exit(0)
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`)
  await stopAll()
  process.exit(1)
}
