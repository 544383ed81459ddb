import { beginRoom } from './begin-room.tsx';
import { ProjectorPage } from './sessions/projector-page.tsx';
import { reloadItself } from './shell/reload-itself.ts';

void beginRoom(ProjectorPage, ['sessions'], () => void reloadItself());
