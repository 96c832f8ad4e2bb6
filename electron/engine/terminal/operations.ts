/** All operations with their schemas, as a value that tools can read. */
import { z } from 'zod'
import { contract } from '../../../shared/api/contract.ts'

// Transformed texts have no JSON Schema of their own; what a caller sends is the input side.
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

export const listOperations = (): unknown[] =>
  Object.entries(contract).map(([name, { kind, summary, permission, input, output }]) => ({
    name,
    summary,
    permission,
    kind,
    input: schemaOf(input, 'input'),
    output: schemaOf(output, 'output'),
  }))
