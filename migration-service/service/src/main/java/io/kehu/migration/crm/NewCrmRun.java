package io.kehu.migration.crm;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A request to move a legacy CRM.
 *
 * @param mappingId the mapping
 * @param dryRun whether to do everything except loading
 * @param partitions the number of partitions of large tables; 4 by default
 * @param rejectBudget the number of rows that may be rejected before the job fails; 0 by
 * default
 * @param retryOf an earlier run of the mapping, whose rejected rows alone are loaded
 */
record NewCrmRun(@NotNull UUID mappingId, @Nullable Boolean dryRun, @Nullable @Min(1) @Max(64) Integer partitions,
		@Nullable @Min(0) Long rejectBudget, @Nullable UUID retryOf) {

	private static final int USUAL_PARTITIONS = 4;

	int usedPartitions() {
		return (this.partitions != null) ? this.partitions : USUAL_PARTITIONS;
	}

	CrmTask task(UUID connection) {
		return new CrmTask(this.mappingId, connection, Boolean.TRUE.equals(this.dryRun),
				(this.rejectBudget != null) ? this.rejectBudget : 0, this.retryOf);
	}

}
