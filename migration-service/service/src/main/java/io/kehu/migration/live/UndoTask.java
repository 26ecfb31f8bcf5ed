package io.kehu.migration.live;

import java.util.UUID;

/**
 * The task of a job that undoes an application.
 *
 * @param applicationId the job that applied the linkage
 */
record UndoTask(UUID applicationId) {
}
