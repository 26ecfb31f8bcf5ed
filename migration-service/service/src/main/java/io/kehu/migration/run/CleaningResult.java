package io.kehu.migration.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a cleaning job gave.
 *
 * @param dataSetId the clean data set
 * @param read how many rows came in
 * @param kept how many went on
 * @param dropped how many left, by reason
 * @param merged how many became part of another
 * @param changes what the rules did, by rule, column and reason
 * @param fills how well methods of filling bring back known values
 */
record CleaningResult(UUID dataSetId, long read, long kept, Map<String, Long> dropped, long merged,
		List<ChangeCount> changes, List<FillReport> fills) {
}
