import { join } from 'node:path';
import { seededRandom, shuffle } from '@/lib/core/random';
import { createLibrary } from '@/lib/knowledge/library';
import { readDemoWorld } from '@/lib/learning/golden/demo-world';
import { loadPolicies } from '@/lib/policies/load';
import { type Bench, type Figures, latencyOf } from './report';
import { grownTo } from './search-corpus';

const SIZES = [1_000, 10_000, 50_000];
const QUERIES = 300;
const PASSAGES = 5;

/** Search as the pipeline asks it, over the demo's articles and as many more as make up the size. */
export const searchBench: Bench = {
  run: async (say) => {
    const [world, policies] = await Promise.all([
      readDemoWorld(new Date()),
      loadPolicies(join(process.cwd(), 'policies')),
    ]);
    const random = seededRandom(7);
    const spoken = [...world.live.values()].flatMap(({ intent, turns }) =>
      turns
        .filter(({ from }) => from === 'customer')
        .map(({ say: text }) => ({ text, intents: [{ id: intent, confidence: 0.7 }] })),
    );
    const asked = [
      ...spoken,
      ...policies.intents.flatMap(({ id, examples }) =>
        examples.slice(0, 6).map((text) => ({ text, intents: [{ id, confidence: 0.7 }] })),
      ),
    ];
    const queries = shuffle(asked, random).slice(0, QUERIES);
    const figures: Figures = {};
    const { signal } = new AbortController();
    for (const size of SIZES) {
      say(`${size} passages`);
      const start = performance.now();
      const library = createLibrary({
        articles: grownTo(world.articles, size, seededRandom(size)),
        policy: policies.knowledge,
        clock: { now: () => world.now },
        intentTitles: new Map(policies.intents.map(({ id, title }) => [id, title])),
      });
      const indexSeconds = (performance.now() - start) / 1000;
      const laps: number[] = [];
      for (const query of [...queries.slice(0, 20), ...queries]) {
        const began = performance.now();
        await library.search({ ...query, products: ['fiber', 'tv'], limit: PASSAGES }, signal);
        laps.push(performance.now() - began);
      }
      figures[`${size} passages`] = { passages: library.size, indexSeconds, ...latencyOf(laps.slice(20)) };
    }
    return figures;
  },
};
