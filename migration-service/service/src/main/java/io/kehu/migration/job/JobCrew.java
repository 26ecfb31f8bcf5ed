package io.kehu.migration.job;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * What the leader of a job needs of the other instances.
 *
 * @param jobs the jobs
 * @param parts their parts
 * @param instance this instance
 * @param properties the settings
 * @param bell wakes the workers of all instances
 */
@Component
record JobCrew(JobStore jobs, PartStore parts, Instance instance, JobProperties properties, WorkBell bell) {

	/** Calls for work on so many parts. */
	void call(UUID job, int count) {
		this.bell.ring(job, count);
	}

}
