import { Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { Method, MethodSummary, ReadySheet } from '@spolu/contracts/methods';
import { Problem } from '@spolu/contracts/problems';
import { method, methods } from '@spolu/methods/library';
import { readySheets } from '@spolu/methods/ready-sheets';
import { demand, everybody } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';

/** The library is part of the program, the same in every town: nothing here touches the database. */
@Injectable()
export class MethodsService {
  list(me: Viewer, lang: Language): MethodSummary[] {
    demand(everybody, me);
    return methods(lang);
  }

  sheets(me: Viewer, lang: Language): ReadySheet[] {
    demand(everybody, me);
    return readySheets(lang);
  }

  /** @throws Problem `not-found` */
  get(me: Viewer, methodId: string, lang: Language): Method {
    demand(everybody, me);
    const found = method(methodId, lang);
    if (!found) throw new Problem('not-found');
    return found;
  }
}
