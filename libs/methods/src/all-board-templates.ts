/** Every board template that a method may name. */
import type { BoardTemplateContent } from './method-content.ts';
import affinityWall from './board-templates/affinity-wall.ts';
import blankCards from './board-templates/blank-cards.ts';
import cafeTables from './board-templates/cafe-tables.ts';
import columns3 from './board-templates/columns-3.ts';
import commissionSheet from './board-templates/commission-sheet.ts';
import consentSheet from './board-templates/consent-sheet.ts';
import dialogueNotes from './board-templates/dialogue-notes.ts';
import dotBallot from './board-templates/dot-ballot.ts';
import eightPanels from './board-templates/eight-panels.ts';
import fishbowlNotes from './board-templates/fishbowl-notes.ts';
import hmwWall from './board-templates/hmw-wall.ts';
import ideaCanvas from './board-templates/idea-canvas.ts';
import juryDossier from './board-templates/jury-dossier.ts';
import mapPins from './board-templates/map-pins.ts';
import marketplaceGrid from './board-templates/marketplace-grid.ts';
import matrix2x2 from './board-templates/matrix-2x2.ts';
import pairLadder from './board-templates/pair-ladder.ts';
import pairwiseBallot from './board-templates/pairwise-ballot.ts';
import problemTree from './board-templates/problem-tree.ts';
import rankedList from './board-templates/ranked-list.ts';
import reflect3 from './board-templates/reflect-3.ts';
import reverseWall from './board-templates/reverse-wall.ts';
import roundsSheet from './board-templates/rounds-sheet.ts';
import routeStops from './board-templates/route-stops.ts';
import rubricScoresheet from './board-templates/rubric-scoresheet.ts';
import scaleBallot from './board-templates/scale-ballot.ts';
import scoreCards from './board-templates/score-cards.ts';
import sprintWall from './board-templates/sprint-wall.ts';
import stakeholderGrid from './board-templates/stakeholder-grid.ts';
import storyWall from './board-templates/story-wall.ts';
import swot4 from './board-templates/swot-4.ts';
import threePhases from './board-templates/three-phases.ts';
import topicKanban from './board-templates/topic-kanban.ts';

export const allBoardTemplates: readonly BoardTemplateContent[] = [
  affinityWall,
  blankCards,
  cafeTables,
  columns3,
  commissionSheet,
  consentSheet,
  dialogueNotes,
  dotBallot,
  eightPanels,
  fishbowlNotes,
  hmwWall,
  ideaCanvas,
  juryDossier,
  mapPins,
  marketplaceGrid,
  matrix2x2,
  pairLadder,
  pairwiseBallot,
  problemTree,
  rankedList,
  reflect3,
  reverseWall,
  roundsSheet,
  routeStops,
  rubricScoresheet,
  scaleBallot,
  scoreCards,
  sprintWall,
  stakeholderGrid,
  storyWall,
  swot4,
  threePhases,
  topicKanban,
];
