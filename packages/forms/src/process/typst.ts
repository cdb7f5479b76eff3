import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '../fonts/font-files.ts';
import type { CompileAnswer, CompileJob } from './messages.ts';

const workspace = fileURLToPath(new URL('../template', import.meta.url));

/** A compiler that holds the template and the faces; makes one PDF/A-2u after the other. */
export function openTypst(): (job: CompileJob) => CompileAnswer {
  const fontBlobs = fontFiles.map((file) => readFileSync(file));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  return (job) => {
    try {
      return compile(compiler, job);
    } catch (cause) {
      return { kind: 'failed', message: String(cause) };
    } finally {
      compiler.resetShadow();
      compiler.evictCache(0);
    }
  };
}

function compile(compiler: NodeCompiler, job: CompileJob): CompileAnswer {
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(job.data));
  for (const { name, svg } of job.pictures) {
    compiler.mapShadow(join(workspace, name), Buffer.from(svg));
  }
  const compiled = compiler.compile({
    mainFilePath: join(workspace, 'office.typ'),
    resetRead: true,
  });
  const { result } = compiled;
  if (result === null) {
    const reason: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
    return { kind: 'failed', message: inspect(reason, { depth: 4 }) };
  }
  const pdf = compiler.pdf(result, {
    pdfStandard: PdfStandard.A_2u,
    creationTimestamp: job.timestamp,
  });
  return { kind: 'compiled', pdf: new Uint8Array(pdf), pages: result.numOfPages };
}
