import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EditPublicVote } from '@spolu/contracts/public-votes';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { BallotsService } from '../public-votes/ballots.service.ts';
import { CountingService } from '../public-votes/counting.service.ts';
import { PublicVotesService } from '../public-votes/public-votes.service.ts';
import type { StoryCalendar } from './calendar.ts';
import type { IdeaKey } from './data/story.ts';
import { countedVote, draftVote, openVote, type VoteStory } from './data/votes.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { StoryTime } from './story-time.ts';

const HOUR_MS = 3_600_000;

/** The residents' votes on the ideas: one with codes from letters that was counted, one that is going on, one that is prepared. */
@Injectable()
export class VotesOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly votes: PublicVotesService,
    private readonly ballots: BallotsService,
    private readonly counting: CountingService,
  ) {}

  /** The vote that is over. */
  async hold({ people }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<void> {
    const officer = people.as('officer');
    const { publishedDay, opensDay, closesDay, countedDay, letters } = countedVote;
    const counted = await this.time.happened(calendar.at(publishedDay, '09:00'), async () => {
      const { id } = await this.votes.add(officer, processId, setUpOf(countedVote, calendar, ideaIds));
      const { codes } = await this.ballots.makeCodes(officer, id, letters);
      await this.votes.publish(officer, id);
      return { id, codes };
    });
    await this.time.voteRuns(counted.id, new Date(Date.now() - HOUR_MS), new Date(Date.now() + HOUR_MS));
    const ballots = countedVote.ballots.flatMap(({ people: howMany, ideas }) => Array.from({ length: howMany }, () => ideas));
    for (const [i, ideas] of ballots.entries()) await this.cast(NOBODY, counted.id, ideaIds, ideas, counted.codes[i]!);
    await this.time.voteRuns(counted.id, calendar.at(opensDay, '08:00'), calendar.at(closesDay, '20:00'));
    await this.time.happened(calendar.at(countedDay, '09:15'), () => this.counting.count(officer, counted.id));
  }

  /** The one that is going on and the one that is prepared: last of all, since an end that lies ahead would move with what happens later in the story. */
  async begin({ people }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<void> {
    const officer = people.as('officer');
    const add = (story: VoteStory) => this.votes.add(officer, processId, setUpOf(story, calendar, ideaIds));
    const open = await add(openVote);
    await this.votes.publish(officer, open.id);
    await this.time.voteRuns(open.id, calendar.at(openVote.opensDay, '08:00'), calendar.at(openVote.closesDay, '20:00'));
    for (const person of ['chair', 'otherMember'] as const) await this.cast(people.as(person), open.id, ideaIds, openVote.ballot, null);
    await add(draftVote);
  }

  private async cast(who: Viewer, voteId: string, ideaIds: Ids, ideas: readonly IdeaKey[], code: string | null): Promise<void> {
    const { categories } = await this.votes.view(who, voteId);
    const options = categories.flatMap((category) => category.options);
    const optionIds = ideas.map((key) => options.find(({ ideaId }) => ideaId === ideaIds.get(key))!.id);
    await this.ballots.cast(who, voteId, randomUUID(), { ballot: { kind: 'choice', optionIds }, code });
  }
}

const setUpOf = ({ title, intro, rule, voters, limit, winners, budget, options }: VoteStory, calendar: StoryCalendar, ideaIds: Ids): EditPublicVote => ({
  title, intro, rule, voters, openBallots: false, revision: 0,
  // long ago: an instant ahead would move with the story
  opens: { on: calendar.day(-90), time: '08:00' }, closes: { on: calendar.day(17), time: '20:00' },
  categories: [{ title: '', limit, winners, budget, options: options.map(([key, cost]) => ({ ideaId: ideaIds.get(key)!, cost })) }],
});
