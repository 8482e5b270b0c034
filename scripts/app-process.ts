import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { NEXT } from './build'
import { stopWith } from './postgres/guard'
import { PROJECT } from './project'

/** A served app: where it is, and how to stop it. */
export type ServedApp = { url: string; stop: () => Promise<void>; ended: Promise<void>; output: () => string }

/**
 * Serves the built app to this machine alone and waits until it answers. It ends when this process
 * does, however that ends.
 */
export async function serveApp(port: number, settings: Record<string, string>): Promise<ServedApp> {
  const app = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C is ours to pass on
  })
  let said = ''
  for (const stream of [app.stdout, app.stderr]) {
    stream.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-20_000)))
  }
  const ended = new Promise<void>((resolve) => {
    app.on('exit', () => resolve())
  })
  const dismissGuard = app.pid ? stopWith(app.pid) : () => undefined
  const stop = async () => {
    dismissGuard()
    await endProcess(app, ended)
  }
  const url = `http://localhost:${port}`
  const until = performance.now() + 60_000
  while (!(await answers(port))) {
    if (app.exitCode !== null || performance.now() > until) {
      await stop()
      throw new Error(`The app did not start:\n${said}`)
    }
    await wait(100)
  }
  return { url, stop, ended, output: () => said }
}

async function endProcess(app: ChildProcess, ended: Promise<void>) {
  if (app.exitCode !== null || app.signalCode !== null) return
  app.kill('SIGTERM')
  // Next waits for open requests, which may be a browser's that never ends.
  const impatience = setTimeout(() => app.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(impatience)
}

async function answers(port: number) {
  try {
    await fetch(`http://127.0.0.1:${port}/sign-in`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    return true
  } catch {
    return false
  }
}
