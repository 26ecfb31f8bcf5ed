package io.kehu.migration.crm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The verification report of a run.
 *
 * @param run the id of the run
 * @param source the source
 * @param system the system in the external ids of the records
 * @param dryRun whether nothing was loaded
 * @param verifiedAt the time of the verification
 * @param verified whether everything is as it should be
 * @param unmapped columns and tables that stay behind although no one decided so
 * @param entities the entities
 */
public record CrmReport(UUID run, String source, String system, boolean dryRun, Instant verifiedAt, boolean verified,
		List<String> unmapped, List<EntityReport> entities) {

	/** Returns the number of rows in the source. */
	public long sourceRows() {
		return this.entities.stream().mapToLong(EntityReport::sourceRows).sum();
	}

	/** Returns the number of new records. */
	public long created() {
		return this.entities.stream().mapToLong(EntityReport::created).sum();
	}

	/** Returns the number of rows that became a part of records that existed. */
	public long merged() {
		return this.entities.stream().mapToLong(EntityReport::merged).sum();
	}

	/** Returns the number of rejected rows. */
	public long rejected() {
		return this.entities.stream().mapToLong(EntityReport::rejected).sum();
	}

}
