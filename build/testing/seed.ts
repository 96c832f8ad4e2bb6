/**
 * Property tests draw the same cases in every run, so that a change is judged by what it changed;
 * `SEALBOOK_SEED=N npm run test:unit` draws others, and a fault found so becomes a test of its own.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['SEALBOOK_SEED'] ?? 1) })
