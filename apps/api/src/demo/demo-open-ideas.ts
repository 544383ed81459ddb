import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { IdeaIntakeService } from '../ideas/idea-intake.service.ts';
import { IdeaPicturesService } from '../ideas/idea-pictures.service.ts';
import { ideas, intake, planDescription, planDrawing } from './data/open-ideas.ts';
import type { StoryCalendar } from './calendar.ts';
import { seatAtHome } from './demo-guests.ts';
import type { DemoTown } from './demo-town.ts';
import { StoryTime } from './story-time.ts';

/** Residents put ideas on a plan of the town; who tries the demo can add one of her own. */
@Injectable()
export class OpenIdeasOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly transactions: Transactions,
    private readonly modules: ModuleRef,
  ) {}

  /** Before anything that lies ahead is written: it would move with the story. */
  async take({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<void> {
    const officer = people.as('officer');
    const service = this.modules.get(IdeaIntakeService, { strict: false });
    const pictures = this.modules.get(IdeaPicturesService, { strict: false });
    const categories = intake.categories.map((title) => ({ id: newId(), title }));
    const planId = await this.time.happened(calendar.at(intake.fromDay, '08:30'), async () => {
      const { fileId } = await pictures.drawPlan(officer, processId, planDrawing);
      await service.edit(officer, processId, {
        fromOn: calendar.day(intake.fromDay), untilOn: calendar.day(intake.untilDay), lookFirst: false, categories, plan: { fileId, description: planDescription, edges: null }, revision: 0,
      });
      return fileId;
    });
    const authors = await this.transactions.run((em) => seatAtHome(em, processId, ideas.length, calendar.at(ideas[0].day, '18:00')));
    for (const [i, { day, title, text, category, name, x, y }] of ideas.entries()) {
      const categoryId = categories.find((one) => one.title === category)!.id;
      await this.time.happened(calendar.at(day, '18:20'), () =>
        service.contribute(authors[i]!, processId, { title, text, language: 'sk', categoryId, place: { name, at: { planId, x, y } }, pictures: [] }, undefined));
    }
  }
}
