import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

test.each([
  ['https://huggingface.co/papers/2404.15574', 'https://huggingface.co/papers/2404.15574 | arxiv:2404.15574', 'Paper'],
  [
    'http://www.huggingface.co/papers/2404.15574/',
    'https://huggingface.co/papers/2404.15574 | arxiv:2404.15574',
    'Paper'
  ],
  ['https://hf.co/papers/2404.15574?a=b', 'https://huggingface.co/papers/2404.15574 | arxiv:2404.15574', 'Paper'],
  ['https://huggingface.co/papers/trending', 'https://huggingface.co/papers/trending | -', 'Paper'],
  ['https://huggingface.co/meta-llama/Llama-2-7b', 'https://huggingface.co/meta-llama/Llama-2-7b | -', 'Model'],
  ['https://huggingface.co/datasets/a/b/', 'https://huggingface.co/datasets/a/b | -', 'Data'],
  ['https://hf.co/spaces/a/b', 'https://huggingface.co/spaces/a/b | -', 'Demo'],
  ['https://huggingface.co/blog/a', 'https://huggingface.co/blog/a | -', 'Post'],
  ['https://huggingface.co/collections/a/b', 'https://huggingface.co/collections/a/b | -', 'Collection'],
  ['https://huggingface.co', 'https://huggingface.co | -', 'Model']
])('%s', (url, facts, kind) => {
  expect(known(url)).toBe(`${facts} | Hugging Face · ${kind} | - | hugging-face`)
})
