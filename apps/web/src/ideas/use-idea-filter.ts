import type { Language } from '@spolu/contracts/common';
import type { IdeaSort, IdeaStateFilter } from '@spolu/contracts/ideas';
import { ID_PATTERN, IDEA_SORTS, IDEA_STATE_FILTERS } from '@spolu/contracts/idea-choices';
import { LANGUAGES } from '@spolu/contracts/plain';
import { WHOLE_PLAN, type PlanBox } from '@spolu/contracts/plan-box';
import { useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { partInAddress, partInWords } from './places/plan-parts.ts';
import { useSettled } from '../shell/use-settled.ts';

const SEARCH_MAX_LENGTH = 200;

/** What a list of ideas is narrowed by; empty: not by this. */
export interface IdeaFilterValues {
  state: IdeaStateFilter;
  categoryId: string;
  language: Language | '';
  place: 'yes' | 'no' | '';
  sort: IdeaSort;
}
const USUAL: IdeaFilterValues = { state: 'current', categoryId: '', language: '', place: '', sort: 'supported' };

export interface IdeaFilterState {
  values: IdeaFilterValues;
  typed: string;
  /** What is looked for now: what was typed, once she paused. */
  search: string;
  /** Ideas are shown on the plan too, this part of it. */
  map: boolean;
  part: PlanBox;
  /** How many of the values are not the usual ones. */
  chosenCount: number;
  /** Something is left out of the list. */
  narrowed: boolean;
  /** As the api takes it. */
  query: string;
  handleTyped: (value: string) => void;
  set: <Name extends keyof IdeaFilterValues>(name: Name, value: IdeaFilterValues[Name]) => void;
  look: (at: { map?: boolean; part?: PlanBox }) => void;
  clear: () => void;
}

/** What ideas are searched and narrowed by stands in the address: it can be sent on, and each choice is a step back in the browser. */
export function useIdeaFilter(): IdeaFilterState {
  const [params, setParams] = useSearchParams();
  const inAddress = params.get('search') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const { key } = useLocation();
  const wentBack = useNavigationType() === NavigationType.Pop;
  const [shownKey, setShownKey] = useState(key);
  // typing writes the address; going back writes the field
  if (wentBack && key !== shownKey) {
    setShownKey(key);
    setTyped(inAddress);
  }
  const search = useSettled(typed.trim());
  const values = valuesIn(params);
  const [ownSeed] = useState(() => String(Math.floor(Math.random() * 1_000_000)));
  const seed = params.get('seed') ?? ownSeed;

  function write(change: (params: URLSearchParams) => void, replace: boolean) {
    setParams((before) => {
      const next = new URLSearchParams(before);
      change(next);
      return next;
    }, { replace, preventScrollReset: true });
  }
  const { state, categoryId, language, place, sort } = values;
  const map = params.get('view') === 'map';
  const part = map ? partInAddress(params.get('within')) : WHOLE_PLAN;
  return {
    values, typed, search, map, part,
    chosenCount: Object.entries(USUAL).filter(([name, usual]) => values[name as keyof IdeaFilterValues] !== usual).length,
    narrowed: search !== '' || state !== USUAL.state || categoryId !== '' || language !== '' || place !== '' || map,
    query: new URLSearchParams({
      ...(search && { search }), ...(state !== USUAL.state && { state }), ...(categoryId && { categoryId }), ...(language && { language }), ...(place && { place }),
      ...(map && { within: [part.left, part.top, part.right, part.bottom].join() }),
      ...(sort !== USUAL.sort && { sort }), ...(sort === 'shuffled' && { seed }),
    }).toString(),
    handleTyped(value) {
      const words = value.slice(0, SEARCH_MAX_LENGTH);
      setTyped(words);
      // one step back for a search, not for each letter
      write((next) => setOrDelete(next, 'search', words.trim()), inAddress !== '' || typed.trim() !== '');
    },
    set(name, value) {
      write((next) => {
        setOrDelete(next, name, value === USUAL[name] ? '' : value);
        // the order she saw is the one she comes back to
        if (name === 'sort') setOrDelete(next, 'seed', value === 'shuffled' ? seed : '');
      }, false);
    },
    look(at) {
      write((next) => {
        setOrDelete(next, 'view', (at.map ?? map) ? 'map' : '');
        setOrDelete(next, 'within', partInWords(at.part ?? WHOLE_PLAN));
      }, false);
    },
    clear() {
      setTyped('');
      write((next) => ['search', 'state', 'categoryId', 'language', 'place', 'view', 'within'].forEach((name) => next.delete(name)), false);
    },
  };
}

function setOrDelete(params: URLSearchParams, name: string, value: string) {
  if (value) params.set(name, value);
  else params.delete(name);
}

/** What somebody wrote into the address and what is no choice here counts as not chosen. */
function valuesIn(params: URLSearchParams): IdeaFilterValues {
  const read = (name: string) => params.get(name) ?? '';
  const place = read('place');
  return {
    state: oneOf(IDEA_STATE_FILTERS, read('state')) ?? USUAL.state,
    categoryId: ID_PATTERN.test(read('categoryId')) ? read('categoryId') : USUAL.categoryId,
    language: oneOf(LANGUAGES, read('language')) ?? USUAL.language,
    place: place === 'yes' || place === 'no' ? place : USUAL.place,
    sort: oneOf(IDEA_SORTS, read('sort')) ?? USUAL.sort,
  };
}

const oneOf = <Choice extends string>(choices: readonly Choice[], word: string): Choice | undefined => choices.find((choice) => choice === word);
