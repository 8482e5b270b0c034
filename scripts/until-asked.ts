/**
 * Waits until somebody wants this to end: Ctrl-C, a signal, a closed terminal, or the end of the
 * process that started us. A second Ctrl-C while we are tidying up does no harm.
 */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    // Something must keep Node running meanwhile.
    const stay = setInterval(() => undefined, 60_000)
    const leave = () => {
      clearInterval(stay)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
    if (process.connected) process.on('disconnect', leave)
  })
}
