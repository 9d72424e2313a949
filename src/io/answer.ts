import type {IncomingMessage} from 'node:http'

/** How much of a body is wanted. */
interface Wanted {
  /** Most bytes. */
  readonly bytes: number
  /** Whether what has been read is all that is needed. */
  readonly isEnough?: ((body: string) => boolean) | undefined
}

/**
 * An answer to HEAD ends with its head (https://www.rfc-editor.org/rfc/rfc9112#section-6.3). Node's client
 * takes one without a length for one that ends with its connection, and would open a connection for each.
 */
export function endsAtHead(method: string, {httpVersion, headers}: IncomingMessage): boolean {
  return method === 'HEAD' && httpVersion === '1.1' && headers.connection?.toLowerCase() !== 'close'
}

/** The status, and the headers by their names in small letters; several of one name are joined. */
export function headOf({statusCode = 0, headers}: IncomingMessage): {status: number; headers: Record<string, string>} {
  const flat = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? '')
  ])
  return {status: statusCode, headers: Object.fromEntries(flat)}
}

/** Reads a body up to its limit, or until it holds what is looked for; then the connection is given up. */
export function readBody(message: IncomingMessage, {bytes, isEnough}: Wanted): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let next = 0
    message.on('data', (chunk: Buffer) => {
      chunks.push(chunk.subarray(0, bytes - size))
      size += chunk.length
      if (size < bytes && (!isEnough || size < next)) return
      const body = Buffer.concat(chunks).toString('utf8')
      // Only when it has grown by a sixteenth: a body may come byte by byte.
      next = size + size / 16
      if (size < bytes && !isEnough?.(body)) return
      // First, since destroying a message says that it broke off.
      resolve(body)
      message.destroy()
    })
    message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    message.on('error', reject)
    message.on('aborted', () => reject(new Error('the answer broke off')))
  })
}
