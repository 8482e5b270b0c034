/**
 * Whether a form was sent from a page of ours. Next checks this for its actions; a route of our own has to. Browsers say
 * where a form stands in Sec-Fetch-Site, older ones in Origin; one that says neither is not believed.
 */
export function sentFromHere(headers: Headers, ownAddress: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origin === new URL(ownAddress).origin || new URL(origin).host === headers.get('host')
}
