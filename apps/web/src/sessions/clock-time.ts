/** `17.30`, `9:05`, `1730` as people type a time; what is no time is left for the schema to refuse. */
export function clockTime(typed: string): string | null {
  const clean = typed.trim();
  if (!clean) return null;
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(clean) ?? [];
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : clean;
}
