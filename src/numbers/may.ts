// Who may do what with an evening's food: a law of one line.
import { mayOrganise, type Role } from '#groups';

/** Reads what guests cannot eat, with their names: organisers, and the one of the team they chose to look after the food. */
export const mayFeed = (
  role: Role | null,
  { person_id }: { person_id: string },
  kitchen: { food_person: string | null } | null,
): boolean => mayOrganise(role) || (role !== null && kitchen?.food_person === person_id);
