package io.kehu.migration.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The result of a cleaning job.
 *
 * @param dataSetId the clean data set
 * @param read the number of rows read
 * @param kept the number of rows kept
 * @param dropped the number of rows dropped, by reason
 * @param merged the number of rows merged into others
 * @param changes the number of changes by rule, column and reason
 * @param fills how well fill methods restore known values
 */
record CleaningResult(UUID dataSetId, long read, long kept, Map<String, Long> dropped, long merged,
		List<ChangeCount> changes, List<FillReport> fills) {
}
