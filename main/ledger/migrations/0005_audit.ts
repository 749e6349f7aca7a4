/**
 * Events of papers and people: all but the kinds that come in numbers. An index of a part is used by whoever asks with its condition word by word,
 * so this is also what the query says.
 */
export const ofPapersOnly = "kind NOT IN ('AlarmReceived', 'AlarmSeen', 'AlarmRaised', 'AlarmClosed', 'DeliveryAttempted', 'FaultBegan', 'FaultEnded', 'CheckedIn', 'StepTicked', 'StepUnticked', 'QuestionAnswered', 'RunStarted', 'RunEnded', 'IncidentFiled')";

/** One page of the audit list reads a few rows, however many alarms there were. */
export const audit = `CREATE INDEX event_of_paper ON event (wall, counter, origin, seq) WHERE ${ofPapersOnly};`;
