import {count} from './count.ts'
import {papers} from './papers.ts'
import {stats} from './stats.ts'
import {toc} from './toc.ts'
import type {ZoneKind} from './zone.ts'

/** Every zone that a template can hold. */
export const zoneKinds: readonly ZoneKind[] = [count, papers, stats, toc]
