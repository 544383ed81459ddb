import type { RoomHands } from '@spolu/contracts/hands';
import { PhoneHand } from '../hands/phone-hand.tsx';
import { PhonePace } from '../pace/phone-pace.tsx';

export interface SignalsProps {
  sessionId: string;
  hands: RoomHands;
  /** What runs; each activity begins with nothing said of its pace. */
  activityId: string | null;
}

/** What somebody in the hall can say without a word, at any time. */
export function Signals({ sessionId, hands, activityId }: SignalsProps) {
  return (
    <div className="phone-signals">
      <PhoneHand sessionId={sessionId} hands={hands} />
      <PhonePace key={activityId} sessionId={sessionId} />
    </div>
  );
}
