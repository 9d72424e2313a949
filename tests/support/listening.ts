import type {Server} from 'node:net'

/** Lets a server listen on a free port of an address of this machine. */
export async function listening(server: Server, address: string): Promise<number> {
  await new Promise<void>((done) => server.listen({host: address, port: 0}, done))
  return portOf(server)
}

/** The port that a server listens on. */
function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
