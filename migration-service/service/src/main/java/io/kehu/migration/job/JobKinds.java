package io.kehu.migration.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The kinds of jobs that this service knows, by name.
 */
@Component
final class JobKinds {

	private final Map<String, JobKind> kinds;

	private final JsonMapper json;

	JobKinds(List<JobKind> kinds, JsonMapper json) {
		this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
		this.json = json;
	}

	JobKind of(JobStore.StoredJob job) {
		return Objects.requireNonNull(this.kinds.get(job.kind()));
	}

	JobTask task(JobStore.StoredJob job) {
		return new JobTask(job.id(), job.task(), this.json);
	}

	List<Stage> stages(JobStore.StoredJob job) {
		return of(job).stages(task(job));
	}

	Stage stage(JobStore.StoredJob job, String name) {
		return stages(job).stream().filter((stage) -> stage.name().equals(name)).findFirst().orElseThrow();
	}

}
