import { beginRoom } from './begin-room.tsx';
import { ProjectorPage } from './sessions/projector-page.tsx';

void beginRoom(ProjectorPage, ['sessions']);
