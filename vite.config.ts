/**
 * One build, four rooms: the page, the shell, its preload script, and the engine with its workers.
 *
 * `vite build --app` makes them all into `dist/`. Only the SQLite binding stays outside, since it is not JavaScript.
 */
import { existsSync, globSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { operationNames } from './shared/api/contract.ts'

const root = import.meta.dirname
const dist = join(root, 'dist')
const outside = ['electron', 'better-sqlite3', ...builtinModules, /^node:/]

/** Files the engine reads at run time; the shell tells it the folder. */
const resources = {
  'fonts/NotoSansSC-Regular.ttf': 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
}

function nodeRoom(
  input: Readonly<Record<string, string>>,
  format: 'es' | 'cjs',
  extension: string,
): EnvironmentOptions {
  return {
    consumer: 'server',
    define: { OPERATION_NAMES: JSON.stringify(operationNames) },
    resolve: {
      noExternal: true,
      external: ['electron', 'better-sqlite3'],
      conditions: ['node', 'import', 'module', 'default'],
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: { ...input },
        external: outside,
        output: { format, entryFileNames: `[name]${extension}`, chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  }
}

/** The engine's workers are entries of their own: a worker is started by file. */
function engineInputs(): Record<string, string> {
  const workers = globSync('electron/engine/**/*-worker.ts', { cwd: root })
  const named = workers.map((path) => [basename(path, '.ts'), join(root, path)] as const)
  return { engine: join(root, 'electron/engine/host.ts'), ...Object.fromEntries(named) }
}

function copyResources(): Plugin {
  return {
    name: 'sealbook-resources',
    applyToEnvironment: (environment) => environment.name === 'engine',
    async writeBundle() {
      for (const [name, source] of Object.entries(resources)) {
        const target = join(dist, 'resources', name)
        if (existsSync(target)) continue
        await mkdir(join(target, '..'), { recursive: true })
        await copyFile(join(root, source), target)
      }
    },
  }
}

export default defineConfig(({ command }) => ({
  root: join(root, 'renderer'),
  base: command === 'build' ? './' : '/',
  clearScreen: false,
  cacheDir: join(root, 'node_modules/.vite'),
  html: { cspNonce: 'SEALBOOK_NONCE' },
  plugins: [react(), copyResources()],
  // The page comes from app://sealbook and cannot guess where its development server listens.
  server: {
    host: '127.0.0.1',
    port: 5199,
    strictPort: true,
    hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5199 },
  },
  environments: {
    client: {
      build: {
        outDir: join(dist, 'renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 3000,
        reportCompressedSize: false,
      },
    },
    main: nodeRoom({ main: join(root, 'electron/main/main.ts') }, 'es', '.js'),
    preload: nodeRoom({ preload: join(root, 'electron/preload/preload.ts') }, 'cjs', '.cjs'),
    engine: nodeRoom(engineInputs(), 'es', '.js'),
  },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)))
    },
  },
}))
