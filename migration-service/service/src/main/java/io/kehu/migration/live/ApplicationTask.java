package io.kehu.migration.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * The task of a job that applies a linkage.
 *
 * @param outputId the approved data set of merged rows
 * @param members the staged set of records by row of that data set
 * @param lineage the staged set of the origins of their values
 * @param live the names of the sources that are live customers
 * @param fetchedAt the earliest time at which live customers were fetched; absent if none
 * were
 * @param systems the systems of external ids, by the name of the source
 * @param kind the kind of new customers
 * @param columns the fields of customers, by the name of the column
 * @param warnings what the linkage leaves open
 * @param dryRun whether changes are only listed
 * @param liveCustomers the number of live customers when the job was requested
 * @param affected the maximum numbers of live customers that the linkage affects
 * @param mostChanged the maximum number of live customers to change
 */
record ApplicationTask(UUID outputId, String members, String lineage, Set<String> live, @Nullable Instant fetchedAt,
		Map<String, String> systems, String kind, Map<String, String> columns, List<String> warnings, boolean dryRun,
		long liveCustomers, Confirmation affected, long mostChanged) {

	/** Returns the external id of a record, whose source is the name of a system. */
	RecordReference externalId(RecordReference record) {
		return new RecordReference(this.systems.getOrDefault(record.source(), record.source()), record.key());
	}

	/** Returns the systems of the external ids that records of files have. */
	Set<String> systemsOfFiles() {
		return this.systems.keySet()
			.stream()
			.filter((source) -> !this.live.contains(source))
			.map(this.systems::get)
			.collect(Collectors.toSet());
	}

	/** Returns this task with its limits. */
	ApplicationTask limited(long customers, Confirmation affects, long most) {
		return new ApplicationTask(this.outputId, this.members, this.lineage, this.live, this.fetchedAt, this.systems,
				this.kind, this.columns, this.warnings, this.dryRun, customers, affects, most);
	}

}
