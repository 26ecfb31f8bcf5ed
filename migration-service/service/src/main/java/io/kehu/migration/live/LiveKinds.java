package io.kehu.migration.live;

import org.springframework.stereotype.Component;

/**
 * The live customers, and the kinds of jobs that use them.
 *
 * @param customers the customers
 * @param fetch the job that fetches them
 * @param application the job that changes them
 * @param undo the job that undoes these changes
 * @param journal the changes that were made
 * @param affected counts the customers that an application affects
 * @param undos the applications that are being undone
 * @param limits the limits of changes without a confirmation
 */
@Component
record LiveKinds(LiveCustomers customers, LiveCustomersJob fetch, ApplicationJob application, UndoJob undo,
		ChangeJournal journal, AffectedCustomers affected, ApplicationUndos undos, ApplicationProperties limits) {
}
