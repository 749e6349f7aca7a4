/** Alarms of other stations, over everything else. */
export const RespondOverlay = () => null;
