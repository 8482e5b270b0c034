/** Where to go on, or why the file was refused. */
export type Answer = { to: string } | { problem: string }

const LOST: Answer = {
  problem: 'The file could not be sent: check that you are online, then try again',
}

/** Sends a form with a file and tells how far it has come; `fetch` cannot tell. Never rejects. */
export function sendFile(action: string, data: FormData, tell: (part: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) tell(loaded / total)
    }
    request.upload.onload = () => tell(1)
    request.onerror = () => resolve(LOST)
    request.onload = () => resolve(answerIn(request.responseText) ?? LOST)
    request.open('POST', action)
    request.setRequestHeader('accept', 'application/json')
    request.send(data)
  })
}

function answerIn(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null) return null
    if ('to' in answer && typeof answer.to === 'string') return { to: answer.to }
    return 'problem' in answer && typeof answer.problem === 'string' ? { problem: answer.problem } : null
  } catch {
    return null
  }
}
