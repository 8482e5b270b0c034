// `npm run dev`: the app as it is edited, on DATABASE_URL or on the embedded database.
import { spawn } from 'node:child_process'
import { NEXT } from './build'
import { provideDatabase } from './db/provide'
import { firstFreePort } from './ports'
import { PROJECT } from './project'

const port = await firstFreePort(3000)
process.env.NEXTAUTH_URL ??= `http://localhost:${port}`
const stop = await provideDatabase()
const app = spawn(process.execPath, [NEXT, 'dev', '--port', String(port)], { cwd: PROJECT, stdio: 'inherit' })
// Ctrl-C reaches Next as well; the database stops when it has.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => app.kill('SIGTERM'))
app.on('exit', (code) => {
  void stop().then(() => process.exit(code ?? 1))
})
