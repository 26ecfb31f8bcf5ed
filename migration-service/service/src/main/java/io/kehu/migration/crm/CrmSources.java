package io.kehu.migration.crm;

import java.util.UUID;

import io.kehu.migration.connection.Connections;
import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.Mappings;

import org.springframework.stereotype.Component;

/**
 * Provides runs with their mappings and sources.
 *
 * @param store the stored runs
 * @param records what became of their rows
 * @param mappings the mappings
 * @param connections the connections
 * @param live the records of the services
 */
@Component
record CrmSources(CrmStore store, CrmRecords records, Mappings mappings, Connections connections, LiveRecords live) {

	/** Returns a run. */
	CrmRun run(UUID id, CrmTask task) {
		CrmMapping mapping = this.store.get(id).mapping();
		return new CrmRun(id, task, mapping, this.mappings.plan(task.connectionId(), mapping),
				this.connections.database(task.connectionId()));
	}

}
