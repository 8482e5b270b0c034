import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

/**
 * Sees to it that a process ends when this one does, even after `kill -9`, when no code of ours can
 * run any more. Returns what calls the guard off.
 */
export const stopWith = (pid: number) => whenThisEnds('kill -INT "$1"', String(pid))

/** Removes folders when this process ends, once those who write in them have had time to stop. */
export const removeWith = (...folders: string[]) => whenThisEnds('sleep 5; rm -rf -- "$@"', ...folders)

// The shell reads a line that never comes. When this process ends, however it ends, the pipe closes
// and the shell goes on. Told "dismissed", it does nothing.
function whenThisEnds(command: string, ...values: string[]) {
  const watch = `read -r word; [ "$word" = dismissed ] || { ${command}; }`
  const guard = spawn('/bin/sh', ['-c', watch, 'sh', ...values], {
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
