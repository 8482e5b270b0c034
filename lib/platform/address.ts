import 'server-only'
import http from 'node:http'
import { env } from './env'

const SOCKET = 'x-socket-address'

/**
 * Writes on each request the address its connection really came from. Next keeps an X-Forwarded-For
 * that a stranger sent, and shows no socket, so without this anyone could pretend to be elsewhere
 * and try passwords without end. Called once, before the server takes its first request.
 */
export function writeSocketAddress(): void {
  const server: { emit: (this: http.Server, event: string, ...rest: unknown[]) => boolean } =
    http.Server.prototype
  const { emit } = server
  server.emit = function (this: http.Server, event: string, ...rest: unknown[]) {
    const [request] = rest
    if (event === 'request' && request instanceof http.IncomingMessage)
      request.headers[SOCKET] = request.socket.remoteAddress ?? 'unknown'
    return emit.call(this, event, ...rest)
  }
}

/** Where a request came from: the connection itself or, behind proxies of ours, what the outermost of them saw. */
export function addressOf(headers: Headers): string {
  const hops = env().TRUSTED_PROXIES
  const socket = headers.get(SOCKET) ?? 'unknown'
  if (hops === 0) return socket
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return forwarded.at(-hops) || socket
}
