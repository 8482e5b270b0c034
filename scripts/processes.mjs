import { spawnSync } from 'node:child_process'

const about = (pid, what) =>
  spawnSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''

/** The npm that this process was started by, which may have a shell between; undefined without npm. */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined
  return [process.ppid, Number(about(process.ppid, 'ppid'))].find((pid) => /\bnpm\b/.test(about(pid, 'args')))
}

/** Whether there is such a process, ours or another user's. */
export function isAlive(pid) {
  if (pid <= 0) return false // to `kill` this would mean a whole group of processes
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
