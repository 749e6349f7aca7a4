/** Holds the import directions of the project: `node build/checkImports.ts`. Fails on a violation, and when it did not see every file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** What each layer may import of ours, besides itself. The path says what a file may use. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'main/contract': [],
  'main/core': ['main/contract'],
  'main/platform': ['main/contract', 'main/core'],
  'main/ledger': ['main/contract', 'main/core', 'main/platform'],
  'main/lan': ['main/contract', 'main/core', 'main/platform'],
  'main/channel': ['main/contract', 'main/core', 'main/platform'],
  'main/document': ['main/contract', 'main/core', 'main/platform'],
  native: ['main/contract', 'main/core'],
  'main/station': ['main/contract', 'main/core', 'main/platform', 'main/ledger', 'main/lan', 'main/channel', 'main/document', 'native'],
  'main/control': ['main/contract', 'main/core', 'main/platform', 'main/station'],
  'main/browser': ['main/contract', 'main/core', 'main/platform', 'main/station', 'main/control'],
  'main/electron': ['main/contract', 'main/core', 'main/platform', 'main/station', 'main/control', 'native'],
  'main/cli': ['main/contract', 'main/core', 'main/platform', 'main/station', 'main/control', 'main/browser', 'native'],
  renderer: ['main/contract'],
};

const onlyFrom = (name: string, packagePath: string, from: string): IForbiddenRuleType => ({ name, severity: 'error', from: { pathNot: from }, to: { path: packagePath } });

const rules: IForbiddenRuleType[] = [
  ...Object.entries(layers).map(
    ([layer, allowed]): IForbiddenRuleType => ({
      name: `${layer} imports only ${allowed.length === 0 ? 'itself' : allowed.join(', ')}`,
      severity: 'error',
      from: { path: `^${layer}/` },
      to: { path: '^(main|native|renderer|build|test|bench)/', pathNot: [layer, ...allowed].map((name) => `^${name}/`) },
    }),
  ),
  { name: 'contract and core touch no Node', severity: 'error', from: { path: '^main/(contract|core)/' }, to: { dependencyTypes: ['core'] } },
  { name: 'nothing goes round in circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  onlyFrom('node-hid is opened by native alone', '/node_modules/node-hid/|^node_modules/node-hid/', '^native/'),
  onlyFrom('all SQL lives in the ledger', '^node_modules/better-sqlite3', '^(main/ledger|node_modules)/'),
  onlyFrom('electron is imported by its host alone', '^electron$|^node_modules/electron/', '^main/electron/'),
];

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = Object.keys(layers);
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);

process.chdir(root);
const { output } = await cruise(folders, {
  ruleSet: { forbidden: rules },
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
});
if (typeof output === 'string') throw new TypeError('dependency-cruiser reported in words instead of data');
const seen = new Set((output satisfies ICruiseResult).modules.map((module) => module.source));
const unseen = sources.filter((source) => !seen.has(source));
for (const violation of output.summary.violations) console.error(`${violation.from} → ${violation.to}: ${violation.rule.name}`);
for (const source of unseen) console.error(`${source} was not looked at`);
if (sources.length === 0 || unseen.length > 0 || output.summary.violations.length > 0) process.exitCode = 1;
console.log(`Imports of ${sources.length - unseen.length} files: ${output.summary.violations.length} violations.`);
