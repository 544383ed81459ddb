import { encode } from 'uqr';

/** A QR code as one path, black on white in every theme: cameras need the contrast. `label` says what it leads to. */
export function QrCode({ content, label, className }: { content: string; label: string; className?: string }) {
  const { size, data } = encode(content, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`)).join('');
  return (
    <svg role="img" aria-label={label} className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Dark stretches of a row as [start, length]: a tenth of the elements that one square each would need. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
