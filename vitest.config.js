import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    env: {TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8'}
  }
})
