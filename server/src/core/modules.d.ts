/** What the build makes of files that are not TypeScript; see esbuild.mjs. */

declare module '*.yaml' {
  const data: { levers: readonly unknown[]; strategies: readonly unknown[] };
  export default data;
}

/** A schema as ajv compiles it when the product is built: `levers:validate-plan`, `levers:validate-catalog`. */
declare module 'levers:validate-*' {
  interface SchemaError {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }
  const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
  export default validate;
}
