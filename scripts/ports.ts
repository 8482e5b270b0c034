import { createServer } from 'node:net'

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** The first port from this one on that nobody listens on, by any name of this machine. */
export async function firstFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port++) if (await isFreeEverywhere(port)) return port
  const last = from + 99
  throw new Error(`The ports from ${from} to ${last} are all taken: stop one of the programs that use them.`)
}

// One after the other: to listen on all addresses and on one of them is to be in one's own way.
async function isFreeEverywhere(port: number) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) if (!(await isFree(port, host))) return false
  return true
}

function isFree(port: number, host: string) {
  return new Promise<boolean>((resolve) => {
    const server = createServer()
    // A machine without IPv6 has no `::1`, and so nobody on it.
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES')
    })
    server.listen(port, host, () => {
      server.close(() => resolve(true))
    })
  })
}
