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
  const HOSTS = ['127.0.0.1', '::1', '0.0.0.0']
  for (let port = from; port < from + 100; port++) {
    const free = await Promise.all(HOSTS.map((host) => isFree(port, host)))
    if (free.every(Boolean)) return port
  }
  throw new Error(
    `The ports from ${from} to ${from + 99} are all taken: stop one of the programs that use them.`,
  )
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
