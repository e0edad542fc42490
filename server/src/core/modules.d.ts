/** What the build makes of files that are not TypeScript; see esbuild.mjs. */

declare module '*.yaml' {
  const data: {
    readonly source: {
      readonly title: { en: string; 'zh-CN': string };
      readonly publisher: string;
      readonly url: string;
    };
    readonly levers: readonly unknown[];
    readonly strategies: readonly unknown[];
  };
  export default data;
}

/**
 * A schema as ajv compiles it when the product is built: `levers:validate-plan`, `-catalog`, `-config`. One function
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
  /** Where the parts are, by key: what stands under it, each item of the list there, or further below; and the definition that they have. */
  interface Parts {
    readonly [key: string]: { readonly whole: string } | { readonly item: string } | { readonly below: Parts };
  }
  const validators: { readonly parts: Readonly<Record<string, Parts>> } & Readonly<Record<string, Validate>>;
  export default validators;
}

/** The texts that our snippets select for the author to replace, but for ids, days and names of roles. */
declare module 'levers:template-words' {
  const words: readonly string[];
  export default words;
}

/** `pinyin-pro` as a table, made when the product is built: characters by syllable without tone, and words that are read otherwise. */
declare module 'levers:pinyin' {
  const table: {
    readonly syllables: Readonly<Record<string, string>>;
    readonly words: Readonly<Record<string, string>>;
  };
  export default table;
}

declare module '*.css' {
  const text: string;
  export default text;
}
