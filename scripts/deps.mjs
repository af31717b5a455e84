// Checks the architecture (.dependency-cruiser.cjs) and keeps its picture in docs/architecture.md true.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run-tool.mjs';

/** With a TypeScript it cannot read, dependency-cruiser sees nothing and passes: fewer modules than this is a failure. */
const fewestModules = 100;
const roots = ['packages', 'apps'];
const picturePath = new URL('../docs/architecture.md', import.meta.url);
const begin = '<!-- picture: begin (pnpm deps:graph) -->';
const end = '<!-- picture: end -->';

/** By way of a file: where rules are broken dependency-cruiser ends before a pipe has taken all it says. */
async function cruise() {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-deps-'));
  const report = join(folder, 'report.json');
  try {
    const { stderr } = await run('depcruise', ['--output-type', 'json', '--output-to', report, ...roots], {
      isQuiet: true,
    });
    process.stderr.write(stderr);
    return JSON.parse(await readFile(report, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { summary, modules } = await cruise();
const ours = modules.filter(({ source }) => /^(packages|apps)\/.*\.tsx?$/.test(source));
for (const { from, to, rule } of summary.violations) {
  const { comment = '' } = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name) ?? {};
  console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}\n    ${comment}`);
}
const failures = [];
if (summary.error > 0) failures.push(`${summary.error} forbidden imports`);
if (ours.length < fewestModules)
  failures.push(`only ${ours.length} of our modules were seen (at least ${fewestModules} expected)`);

const place = (source) =>
  /^(?:packages\/[^/]+|apps\/server\/src\/[^/.]+(?=\/)|apps\/web\/src\/(?:features\/)?[^/.]+(?=\/))/.exec(
    source,
  )?.[0];
const label = (name) => name.replace('/src/', '/').replace('packages/', '');
const isTest = (source) => /\.(test|test-d)\.tsx?$|\/testing\//.test(source);
const arrows = new Set();
for (const { source, dependencies } of ours) {
  const from = place(source);
  if (from === undefined || isTest(source)) continue;
  for (const { resolved } of dependencies) {
    const to = place(resolved);
    if (to !== undefined && to !== from && !isTest(resolved))
      arrows.add(`  ${id(from)}["${label(from)}"] --> ${id(to)}["${label(to)}"]`);
  }
}
function id(name) {
  return name.replace(/[^a-z]/g, '_');
}
const picture = `${begin}\n\n\`\`\`mermaid\nflowchart LR\n${[...arrows].sort().join('\n')}\n\`\`\`\n\n${end}`;

const page = await readFile(picturePath, 'utf8');
const drawn = page.slice(page.indexOf(begin), page.indexOf(end) + end.length);
if (drawn !== picture) {
  if (process.argv.includes('--write-picture')) {
    await writeFile(picturePath, page.replace(drawn, picture));
    console.log('docs/architecture.md: picture written');
  } else failures.push('the picture in docs/architecture.md is out of date: run `pnpm deps:graph`');
}
if (failures.length > 0) {
  console.error(`deps: ${failures.join('; ')}`);
  process.exit(1);
}
console.log(`deps: ${ours.length} modules, ${arrows.size} arrows between rooms, no forbidden import`);
