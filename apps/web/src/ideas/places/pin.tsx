import { MapPin } from 'lucide-react';

const percent = (share: number) => `${share * 100}%`;
/** Where something lies on what it stands in. */
export const placeStyle = ({ x, y }: { x: number; y: number }) => ({ left: percent(x), top: percent(y) });

export function Pin({ x, y }: { x: number; y: number }) {
  return (
    <span className="ideas-pin" style={placeStyle({ x, y })} aria-hidden>
      <MapPin size={32} />
    </span>
  );
}
