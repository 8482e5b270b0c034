/** The page for someone who has to wait: 429, how long, and what to do meanwhile. */
export function tooManyAttemptsPage(seconds: number, nonce: string): Response {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  const wait =
    minutes < 90 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${Math.ceil(minutes / 60)} hours`
  const page = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too many attempts, Track SEN support</title>
<style nonce="${nonce}">body{margin:0;background:#fbf8f5;color:#2b1a29;font:400 19px/1.5 "Atkinson Hyperlegible Next",Verdana,sans-serif}
header{background:#5b2350;color:#fff;font-weight:700;padding:16px 24px}main{max-width:40rem;padding:32px 24px}h1{font-size:32px;line-height:1.2}a{color:#5b2350}</style>
</head><body><header>Track SEN support</header><main><h1>Wait ${wait}, then try again</h1>
<p>There were too many wrong attempts to sign in. To keep children’s records safe, nobody can sign in from here, or with that email address, for ${wait}.</p>
<p>If you are not sure of your password, ask the SENCO of the school for a link to set a new one.</p>
<p><a href="/sign-in">Back to sign in</a></p></main></body></html>`
  return new Response(page, {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': String(Math.max(1, Math.ceil(seconds))),
      'cache-control': 'no-store',
    },
  })
}
