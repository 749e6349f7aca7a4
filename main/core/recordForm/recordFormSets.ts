import { recordFormSchema, type RecordForm, type RecordFormSet } from '../../contract/recordForm.ts';

/** Forms to begin with: what such houses write down, in our words. A site takes one and makes it its own. Nothing in them is required: a record that must be filed in a hurry can be. */
const sets = {
  library: {
    categories: [
      { id: 'raised-voices', name: 'Raised voices or insults' },
      { id: 'threat', name: 'Threat' },
      { id: 'violence', name: 'Violence against a person' },
      { id: 'sexual-harassment', name: 'Sexual harassment' },
      { id: 'theft', name: 'Theft' },
      { id: 'damage', name: 'Damage to books or the house' },
      { id: 'alcohol-or-drugs', name: 'Alcohol or drugs' },
      { id: 'in-distress', name: 'Somebody in distress' },
      { id: 'medical', name: 'Illness or injury' },
      { id: 'child-alone', name: 'Child left alone' },
      { id: 'other', name: 'Something else' },
    ],
    places: [
      { name: 'Entrance', area: 'Ground floor' },
      { name: 'Service desk', area: 'Ground floor' },
      { name: 'Reading room', area: 'Ground floor' },
      { name: 'Children’s library', area: 'Ground floor' },
      { name: 'Toilets', area: 'Ground floor' },
      { name: 'Stacks', area: 'Upper floor' },
      { name: 'Computers', area: 'Upper floor' },
      { name: 'Study rooms', area: 'Upper floor' },
      { name: 'Car park', area: 'Outside' },
      { name: 'Forecourt', area: 'Outside' },
    ],
    rules: [
      { id: 'quiet', text: 'Let others read and work in quiet' },
      { id: 'respect', text: 'Speak to staff and visitors with respect' },
      { id: 'no-threats', text: 'Nobody is threatened or touched against their will' },
      { id: 'property', text: 'Handle books, furniture and devices with care' },
      { id: 'sober', text: 'No alcohol, drugs or smoking in the house' },
      { id: 'staff-areas', text: 'Rooms of the staff are for staff' },
      { id: 'closing', text: 'Leave the house when it closes' },
    ],
    fields: [
      { id: 'card', label: 'Library card', help: 'The number, where it is known.', kind: 'text' },
      { id: 'items', label: 'What was taken or damaged', kind: 'long-text', categories: ['theft', 'damage'] },
      { id: 'asked-to-leave', label: 'Were they asked to leave?', kind: 'yes-no' },
    ],
  },
  clinic: {
    categories: [
      { id: 'verbal-aggression', name: 'Insults or shouting' },
      { id: 'threat', name: 'Threat' },
      { id: 'violence', name: 'Violence against staff' },
      { id: 'violence-among-patients', name: 'Violence among patients or visitors' },
      { id: 'sexual-harassment', name: 'Sexual harassment' },
      { id: 'self-harm', name: 'Self-harm, or word of it' },
      { id: 'left-against-advice', name: 'Left against advice' },
      { id: 'weapon', name: 'Weapon seen or shown' },
      { id: 'theft', name: 'Theft or demand for medicines' },
      { id: 'intruder', name: 'Somebody where they may not be' },
      { id: 'other', name: 'Something else' },
    ],
    places: [
      { name: 'Reception', area: 'Front' },
      { name: 'Waiting room', area: 'Front' },
      { name: 'Pharmacy counter', area: 'Front' },
      { name: 'Treatment room 1', area: 'Treatment' },
      { name: 'Treatment room 2', area: 'Treatment' },
      { name: 'Corridor', area: 'Treatment' },
      { name: 'Ambulance entrance', area: 'Outside' },
      { name: 'Car park', area: 'Outside' },
    ],
    rules: [
      { id: 'respect', text: 'Treat staff and patients with respect' },
      { id: 'no-violence', text: 'No violence and no threats' },
      { id: 'no-weapons', text: 'No weapons in the house' },
      { id: 'restricted-areas', text: 'Wait where you are asked to wait' },
      { id: 'no-recording', text: 'No pictures or recordings of others' },
    ],
    fields: [
      { id: 'patient', label: 'The person was', kind: 'choice', choices: ['A patient', 'With a patient', 'A visitor', 'Somebody else'] },
      { id: 'case-number', label: 'Case number', help: 'Where it has to do with a treatment; no diagnosis.', kind: 'text' },
      { id: 'waited', label: 'Minutes they had waited', kind: 'number' },
      { id: 'seen-by-doctor', label: 'Was somebody of the staff seen by a doctor?', kind: 'yes-no', categories: ['violence', 'sexual-harassment'] },
    ],
  },
  council: {
    categories: [
      { id: 'verbal-aggression', name: 'Insults or shouting' },
      { id: 'threat', name: 'Threat' },
      { id: 'violence', name: 'Violence against a person' },
      { id: 'refusal-to-leave', name: 'Would not leave' },
      { id: 'unwanted-recording', name: 'Filming against our will' },
      { id: 'damage', name: 'Damage to the house' },
      { id: 'suspicious-object', name: 'Suspicious letter or object' },
      { id: 'written-threat', name: 'Threat by letter, telephone or e-mail' },
      { id: 'self-harm', name: 'Word of self-harm' },
      { id: 'medical', name: 'Illness or injury' },
      { id: 'other', name: 'Something else' },
    ],
    places: [
      { name: 'Entrance hall', area: 'Ground floor' },
      { name: 'Information desk', area: 'Ground floor' },
      { name: 'Waiting area', area: 'Ground floor' },
      { name: 'Counter 1', area: 'Ground floor' },
      { name: 'Counter 2', area: 'Ground floor' },
      { name: 'Cash office', area: 'Ground floor' },
      { name: 'Interview room', area: 'Upper floor' },
      { name: 'Council chamber', area: 'Upper floor' },
      { name: 'Square in front', area: 'Outside' },
    ],
    rules: [
      { id: 'respect', text: 'Speak to staff and visitors with respect' },
      { id: 'no-threats', text: 'No threats and no violence' },
      { id: 'counter', text: 'Stay on the visitors’ side of the counter' },
      { id: 'no-filming', text: 'No filming where others are served' },
      { id: 'leave', text: 'Leave when you are asked to' },
    ],
    fields: [
      { id: 'department', label: 'Department', kind: 'text' },
      { id: 'file-number', label: 'File number of the matter', kind: 'text' },
      { id: 'ban-considered', label: 'Should a ban from the house be considered?', kind: 'yes-no', categories: ['threat', 'violence', 'refusal-to-leave'] },
      { id: 'charges', label: 'Charges', kind: 'choice', choices: ['Not intended', 'To be decided', 'Pressed'] },
    ],
  },
} as const satisfies Record<RecordFormSet, unknown>;

export const recordFormSets: Readonly<Record<RecordFormSet, RecordForm>> = {
  library: recordFormSchema.parse(sets.library),
  clinic: recordFormSchema.parse(sets.clinic),
  council: recordFormSchema.parse(sets.council),
};

/** Until a site has said otherwise; which rooms it has is nothing to guess. */
export const standardRecordForm: RecordForm = { ...recordFormSets.library, places: [] };
