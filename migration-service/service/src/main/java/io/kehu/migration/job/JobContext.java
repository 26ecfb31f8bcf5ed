package io.kehu.migration.job;

import org.springframework.stereotype.Component;

/**
 * What leading jobs and working on their parts have in common.
 *
 * @param jobs the stored jobs
 * @param parts the stored parts
 * @param kinds the kinds of jobs
 * @param instance this instance
 * @param properties the settings
 * @param metrics the metrics
 */
@Component
record JobContext(JobStore jobs, PartStore parts, JobKinds kinds, Instance instance, JobProperties properties,
		JobMetrics metrics) {
}
