package io.kehu.migration.job;

import java.util.UUID;

/**
 * Names a part.
 *
 * @param jobId its job
 * @param stage its stage
 * @param number its number in the stage, from 0
 */
record PartKey(UUID jobId, String stage, int number) {
}
