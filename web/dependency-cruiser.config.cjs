/** Arrows go down only: app, features, ui, api. Features never import one another. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-know-no-other-feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    { name: 'features-know-no-app', severity: 'error', from: { path: '^src/features/' }, to: { path: '^src/app/' } },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(app|features)/' },
    },
    {
      name: 'api-stands-alone',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(app|features|ui)/' },
    },
    {
      name: 'echarts-behind-its-frame',
      comment: 'Everything else loads charts lazily, which keeps them out of the first load.',
      severity: 'error',
      from: { pathNot: '^src/ui/chart/echarts-core\\.ts$' },
      to: { path: 'node_modules/echarts', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-the-app',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|^src/testing/)' },
      to: { path: '(\\.test\\.tsx?$|^src/testing/)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default'] },
  },
};
