import { beginRoom } from './begin-room.tsx';
import { whenIdle } from './boards/when-idle.ts';
import { keepPage } from './device/keep-page.ts';
import { CanvasPage } from './sessions/canvas-page.tsx';

void beginRoom(CanvasPage, ['boards', 'sessions']).then(() => whenIdle(() => void keepPage('/sessions/')));
