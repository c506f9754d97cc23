import { defineConfig } from 'vite'

/** The programs of an installation, each one file with what is ours in it; what is not ours stays in node_modules. No development entry is built. */
export default defineConfig({
  // Packages of the workspace are TypeScript, which Node does not read in a node_modules folder.
  ssr: { noExternal: [/^@officine\//], target: 'node' },
  build: {
    ssr: true,
    target: 'node26',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        server: 'src/server.ts',
        worker: 'src/worker.ts',
        bounce: 'src/bounce.ts',
        publisher: 'src/publisher.ts',
        'regione-server': 'src/regione-server.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
