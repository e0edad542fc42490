/** What the build makes of files that are not TypeScript; see esbuild.mjs. */

declare module '*.yaml' {
  const data: { levers: readonly unknown[]; strategies: readonly unknown[] };
  export default data;
}

/**
 * A schema as ajv compiles it when the product is built: `levers:validate-plan`, `levers:validate-catalog`. One function
 * for the whole without its parts (`root`), and one for each definition that parts have.
 */
declare module 'levers:validate-*' {
  interface SchemaError {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }
  type Validate = { (data: unknown): boolean; errors?: SchemaError[] | null };
  /** Where the parts are: the value at a path, or each item of the list there, and the definition that it has. */
  interface Part {
    readonly path: readonly string[];
    readonly definition: string;
    readonly items?: true;
  }
  const validators: { readonly parts: Readonly<Record<string, readonly Part[]>> } & Readonly<Record<string, Validate>>;
  export default validators;
}
