import type { MethodText } from '../method-content.ts';

export default {
  name: 'SWOT Analysis',
  purpose: 'Give a strategy team one shared picture of the present and of outside pressures.',
  materials: 'Four quadrants, data sheet about the topic',
  output: 'Reviewed SWOT table with the top pairings',
  notFor: 'Use as a decision by itself; large public meetings without data, where it yields generic lists.',
  steps: [
    { title: 'Scope and year', instruction: 'State the scope and the year you plan for.' },
    { title: 'Strengths and weaknesses', instruction: 'Write strengths and weaknesses silently; add evidence where you can.' },
    { title: 'Opportunities and threats', instruction: 'Write opportunities and threats silently.' },
    { title: 'Merge and discuss', instruction: 'Merge and discuss each quadrant; remove claims nobody can support.' },
    { title: 'Pair inside with outside', instruction: 'Pair strengths with opportunities and weaknesses with threats.' },
    { title: 'The three most important', instruction: 'Mark the three most important pairings.' },
  ],
} satisfies MethodText;
