import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../../..');
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'test-output', 'package-lock.json']);
const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/, /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bxox[abp]-[A-Za-z0-9-]{10,}/, /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./,
  /\b(?:SIGN_IN_SECRET|METRICS_TOKEN|PASSWORD|POSTGRES_PASSWORD)\s*[:=]\s*['"]?(?!\$|\{)[A-Za-z0-9+/_-]{16,}/, /postgres(?:ql)?:\/\/\w+:[^@$'"`\s{<]+@(?!127\.0\.0\.1|localhost|db\b|database\b)/,
];

function* filesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (entry.isFile() && /\.(ts|tsx|mjs|js|json|ya?ml|md|html|css|sh|env)$|^\.?env|Dockerfile|^run$|^\.npmrc$/.test(entry.name)) yield path;
  }
}

it('SEC-63: no secret stands in the repository', () => {
  const found = [...filesOf(ROOT)].filter((file) => !file.endsWith('secrets.spec.ts')).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return SECRETS.filter((secret) => secret.test(text)).map((secret) => `${file.slice(ROOT.length + 1)}: ${secret.source}`);
  });
  expect(found).toEqual([]);
});

it('SEC-08: nothing that lets somebody in stands in an address the server reads, or where scripts of the page could find it', () => {
  const web = [...filesOf(join(ROOT, 'apps/web/src'))].filter((file) => !/\.spec\./.test(file)).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  expect(web.length).toBeGreaterThan(20);
  const found = web.filter(({ text }) => /[?&](token|secret|sid|password)=/.test(text) || /(local|session)Storage\.setItem\([^)]*(token|secret|password|cookie)/i.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
});
