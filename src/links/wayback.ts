import * as v from 'valibot'
import {readJson} from '../evidence/json.ts'
import type {Witness} from '../evidence/verdict.ts'

// https://archive.org/help/wayback_api.php
const schema = v.object({
  archived_snapshots: v.object({
    closest: v.optional(
      v.object({available: v.boolean(), url: v.pipe(v.string(), v.regex(/^https?:\/\/web\.archive\.org\//))})
    )
  })
})

/** The Wayback Machine's copy of a page, where it has one and answers. */
export async function findSnapshot(url: string, {ask}: Witness): Promise<string | undefined> {
  const answer = await ask(`https://archive.org/wayback/available?url=${encodeURIComponent(url)}`, {attempts: 1})
  if ('fault' in answer || answer.status !== 200) return undefined
  const closest = readJson(schema, answer.body)?.archived_snapshots.closest
  return closest?.available ? closest.url.replace(/^http:/, 'https:') : undefined
}
