/** By the phone's own clock, which is the one she will look at. */
export const timeOf = (instant: string, language: string) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
