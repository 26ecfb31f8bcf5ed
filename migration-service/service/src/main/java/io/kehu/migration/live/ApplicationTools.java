package io.kehu.migration.live;

import org.springframework.stereotype.Component;

/**
 * What planning, making and recording changes of live customers takes.
 *
 * @param customers the customers
 * @param planner determines the changes
 * @param creations creates customers
 * @param rehearsals tells what changes would lead to
 * @param journal the changes that were made
 * @param undos the applications that must no longer change anything
 */
@Component
record ApplicationTools(LiveCustomers customers, ClusterPlanner planner, Creations creations, Rehearsals rehearsals,
		ChangeJournal journal, ApplicationUndos undos) {
}
