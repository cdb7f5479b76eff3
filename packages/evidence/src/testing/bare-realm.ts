import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import {
  type Context,
  type Module,
  SourceTextModule,
  SyntheticModule,
  compileFunction,
  createContext,
  runInContext,
} from 'node:vm';
import { isJsonObject } from '@kanribo/kernel';
import type * as evidence from '../index.ts';

type Exports = Record<string, unknown>;

/**
 * Loads modules into a realm that has what ECMAScript has, `TextEncoder` and `TextDecoder`, and
 * nothing of Node or of a browser; once loaded they find neither clock nor chance there. Of the
 * sources only the types are taken away. Needs `--experimental-vm-modules`.
 */
export class BareRealm {
  readonly #context: Context = createContext(
    { TextEncoder, TextDecoder },
    { codeGeneration: { strings: false, wasm: false } },
  );
  readonly #modules = new Map<string, Module>();

  /** What a script answers in the realm. */
  run(script: string): unknown {
    return runInContext(script, this.#context);
  }

  /** The package as it runs in the realm. */
  async evidence(): Promise<typeof evidence> {
    const module = this.#load(createRequire(import.meta.url).resolve('../index.ts'));
    await module.link((specifier, from) => this.#load(resolved(specifier, from.identifier)));
    await module.evaluate();
    this.run("Math.random = Date.now = () => { throw new Error('not in this realm'); };");
    const { namespace } = module;
    if (isEvidence(namespace)) return namespace;
    throw new TypeError('not the package');
  }

  #load(file: string): Module {
    const known = this.#modules.get(file);
    if (known !== undefined) return known;
    const made = this.#make(file);
    this.#modules.set(file, made);
    return made;
  }

  #make(file: string): Module {
    const source = readFileSync(file, 'utf8');
    const code = file.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    const options = { context: this.#context, identifier: file };
    if (/^(?:import|export)\b/m.test(code)) return new SourceTextModule(code, options);
    const exports = this.#commonJs(file, code);
    const names = ['default', ...Object.keys(exports).filter((name) => name !== 'default')];
    return new SyntheticModule(
      names,
      function setAll() {
        for (const name of names)
          this.setExport(name, name === 'default' ? exports : exports[name]);
      },
      options,
    );
  }

  #commonJs(file: string, code: string): Exports {
    if (file.endsWith('.json')) return objectIn(code);
    const module: { exports: Exports } = { exports: {} };
    const require = (specifier: string): Exports => {
      const other = resolved(specifier, file);
      return this.#commonJs(other, readFileSync(other, 'utf8'));
    };
    const parameters = ['module', 'exports', 'require'];
    const body = compileFunction(code, parameters, { parsingContext: this.#context });
    Reflect.apply(body, undefined, [module, module.exports, require]);
    return module.exports;
  }
}

function objectIn(json: string): Exports {
  const value: unknown = JSON.parse(json);
  if (isJsonObject(value)) return value;
  throw new TypeError('not an object');
}

const resolved = (specifier: string, from: string): string =>
  createRequire(from).resolve(specifier);

const isEvidence = (namespace: object): namespace is typeof evidence =>
  'verify' in namespace && 'bundleOf' in namespace;
