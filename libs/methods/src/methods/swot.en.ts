import type { MethodText } from '../method-content.ts';

export default {
  name: 'SWOT Analysis',
  purpose: 'Give a strategy team one shared picture of the present and of outside pressures.',
  materials: 'Four quadrants, data sheet about the topic',
  output: 'Reviewed SWOT table with the top pairings',
  notFor: 'Use as a decision by itself; large public meetings without data, where it yields generic lists.',
  steps: [
    'State the scope and the year you plan for.',
    'Write strengths and weaknesses silently; add evidence where you can.',
    'Write opportunities and threats silently.',
    'Merge and discuss each quadrant; remove claims nobody can support.',
    'Pair strengths with opportunities and weaknesses with threats.',
    'Mark the three most important pairings.',
  ],
} satisfies MethodText;
