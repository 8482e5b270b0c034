/** A page in the bar; `also` names other addresses that belong to it, as a pupil's page belongs to the register. */
export type Tab = { href: string; label: string; also?: readonly string[] }

/** Which tab stands open: the page itself, or the section the address lies in; the longest match wins. */
export function currentTab(tabs: readonly Tab[], path: string): { href: string; is: 'page' | 'true' } | null {
  let best: { href: string; length: number; is: 'page' | 'true' } | null = null
  for (const { href, also = [] } of tabs)
    for (const address of [href, ...also]) {
      if (path !== address && !path.startsWith(`${address}/`)) continue
      if (!best || address.length > best.length)
        best = { href, length: address.length, is: path === href ? 'page' : 'true' }
    }
  return best && { href: best.href, is: best.is }
}
