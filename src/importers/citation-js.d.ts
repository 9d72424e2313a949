// The package comes without types: what is used of it (https://citation.js.org/api/0.7/module-plugins.input.html).
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(data: unknown, options: {target: string; generateGraph: false}): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
