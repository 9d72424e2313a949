import {createServer, type ServerResponse} from 'node:http'
import {expect, test} from 'vitest'
import {Network} from '../../src/io/network.ts'
import {listening} from '../support/listening.ts'

/** Writes single bytes as chunks of their own. */
function drip(response: ServerResponse, left: number): void {
  for (let count = left; count > 0; count--) {
    if (response.write('a')) continue
    response.once('drain', () => drip(response, count - 1))
    return
  }
  response.end()
}

test('a page of 65,000 chunks is not looked through 65,000 times', async () => {
  const server = createServer((_, response) => drip(response, 65_000))
  const port = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${port}`]})
  let looks = 0
  const reply = await network.request({
    url: new URL(`http://127.0.0.1:${port}/`),
    method: 'GET',
    timeout: 20_000,
    bytes: 64 * 1024,
    isEnough() {
      looks += 1
      return false
    }
  })
  network.close()
  server.close()
  expect(reply).toMatchObject({status: 200, body: 'a'.repeat(65_000)})
  expect(looks).toBeLessThan(300)
})

test('what is looked for is found though nothing comes after it', async () => {
  const server = createServer((_, response) => response.write('<meta name="citation_title">'))
  const port = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${port}`]})
  const reply = await network.request({
    url: new URL(`http://127.0.0.1:${port}/`),
    method: 'GET',
    timeout: 20_000,
    bytes: 64 * 1024,
    isEnough: (body) => body.endsWith('>')
  })
  network.close()
  server.closeAllConnections()
  server.close()
  expect(reply).toMatchObject({status: 200, body: '<meta name="citation_title">'})
})
