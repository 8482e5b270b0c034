import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

// Reads a line that never comes. When this process ends, however it ends, the pipe closes and the
// shell stops the server. Told "dismissed", it does nothing.
const WATCH = 'read -r word; [ "$word" = dismissed ] || kill -INT "$1"'

/**
 * Sees to it that a process ends when this one does, even after `kill -9`, when no code of ours can
 * run any more. Returns what calls the guard off.
 */
export function stopWith(pid: number) {
  const guard = spawn('/bin/sh', ['-c', WATCH, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  const line = guard.stdin
  line.on('error', () => undefined) // the guard may be gone already
  // Every pipe of Node's is a socket, though the types say less; it must not keep us running.
  if (line instanceof Socket) line.unref()
  return () => {
    line.end('dismissed\n')
  }
}
