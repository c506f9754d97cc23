import { compressFiles } from '@officine/ui/compress-files'
import { preloadFonts } from '@officine/ui/preload-fonts'
import { purgeTheme } from '@officine/ui/purge-theme'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const sources = decodeURIComponent(new URL('./src', import.meta.url).pathname)

export default defineConfig({
  base: '/',
  plugins: [
    react(),
    purgeTheme([`${sources}/**/*.tsx`, `${sources}/../index.html`]),
    preloadFonts(),
    compressFiles(),
  ],
  css: {
    preprocessorOptions: {
      // The kit's partials still use Sass @import, which Dart Sass will drop in 3.0.
      scss: {
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function', 'slash-div'],
      },
    },
  },
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: true },
})
