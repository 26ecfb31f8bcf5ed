package io.kehu.migration.crm;

import java.util.UUID;

import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.mapping.MappingPlan;
import io.kehu.migration.move.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * A run while an instance works on it.
 */
final class CrmRun {

	private final UUID id;

	private final CrmTask task;

	private final CrmMapping mapping;

	private final MappingPlan plan;

	private final Database source;

	private @Nullable String pipeline;

	CrmRun(UUID id, CrmTask task, CrmMapping mapping, MappingPlan plan, Database source) {
		this.id = id;
		this.task = task;
		this.mapping = mapping;
		this.plan = plan;
		this.source = source;
	}

	UUID id() {
		return this.id;
	}

	CrmTask task() {
		return this.task;
	}

	CrmMapping mapping() {
		return this.mapping;
	}

	MappingPlan plan() {
		return this.plan;
	}

	Database source() {
		return this.source;
	}

	EntityPlan entity(String name) {
		return this.plan.entities()
			.stream()
			.filter((plan) -> plan.entity().name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** Returns the pipeline of opportunities whose mapping names none. */
	String pipeline(LiveRecords live) {
		String known = this.pipeline;
		if (known == null) {
			known = live.pipeline();
			this.pipeline = known;
		}
		return known;
	}

}
