package io.kehu.migration.crm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.kehu.migration.crm.RecordsApi.ExternalId;
import io.kehu.migration.crm.RecordsApi.Ids;
import io.kehu.migration.crm.RecordsApi.Result;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.mapping.Resource;
import io.kehu.platform.client.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The records of the services, with retries: every operation is idempotent.
 */
@Component
class LiveRecords {

	private static final int PAGE = 200;

	private static final int ATTEMPTS = 7;

	private static final String CUSTOMER_SERVICE = "customer-service";

	private final CustomerRecordsApi customers;

	private final OrderRecordsApi orders;

	private final JsonMapper json;

	private final Retry retry;

	LiveRecords(CustomerRecordsApi customers, OrderRecordsApi orders, JsonMapper json) {
		this.customers = customers;
		this.orders = orders;
		this.json = json;
		this.retry = Retry.of("live-records",
				RetryConfig.custom()
					.maxAttempts(ATTEMPTS)
					.intervalFunction(IntervalFunction.ofExponentialBackoff(Duration.ofMillis(250), 2))
					.retryExceptions(ServiceUnavailableException.class)
					.build());
	}

	/** Loads records; returns an answer for each. */
	List<JsonNode> load(Resource resource, List<? extends JsonNode> documents) {
		return load(resource, documents, false);
	}

	/** Returns what loading records would answer. */
	List<JsonNode> rehearse(Resource resource, List<? extends JsonNode> documents) {
		return load(resource, documents, true);
	}

	private List<JsonNode> load(Resource resource, List<? extends JsonNode> documents, boolean dryRun) {
		byte[] body = documents.stream()
			.map(this.json::writeValueAsString)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
		byte[] answers = patiently(resource.service(),
				() -> api(resource.service()).load(resource.path(), dryRun, body));
		List<JsonNode> read = new String(answers, StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isBlank())
			.map(this.json::readTree)
			.toList();
		if (read.size() != documents.size()) {
			throw new JobFailure("%s answered %d of %d lines; restart the job to continue".formatted(resource.service(),
					read.size(), documents.size()));
		}
		return read;
	}

	/** Returns the records with some external ids. */
	Map<ExternalId, JsonNode> find(Resource resource, List<ExternalId> keys) {
		Map<ExternalId, JsonNode> found = new HashMap<>();
		for (int from = 0; from < keys.size(); from += PAGE) {
			List<ExternalId> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
			List<Result> results = batch(resource, new Ids(List.of(), page));
			for (int index = 0; index < page.size(); index++) {
				JsonNode record = results.get(index).record();
				if (record != null) {
					found.put(page.get(index), record);
				}
			}
		}
		return found;
	}

	/** Returns the records with some ids. */
	Map<UUID, JsonNode> findAll(Resource resource, List<UUID> ids) {
		Map<UUID, JsonNode> found = new HashMap<>();
		for (int from = 0; from < ids.size(); from += PAGE) {
			List<UUID> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
			List<Result> results = batch(resource, new Ids(page, List.of()));
			for (int index = 0; index < page.size(); index++) {
				JsonNode record = results.get(index).record();
				if (record != null && record.path("id").asString("").equals(page.get(index).toString())) {
					found.put(page.get(index), record);
				}
			}
		}
		return found;
	}

	private List<Result> batch(Resource resource, Ids ids) {
		return patiently(resource.service(), () -> api(resource.service()).batchGet(resource.path(), ids)).results();
	}

	/**
	 * Changes a record of a version.
	 * @return the record, or null with a reason if it was refused
	 */
	Changed patch(Resource resource, UUID id, long version, JsonNode patch) {
		return changed(resource, () -> api(resource.service()).patch(resource.path(), id, tag(version), patch));
	}

	/** Deletes a record of a version. */
	Changed delete(Resource resource, UUID id, long version) {
		return changed(resource, () -> {
			try {
				api(resource.service()).delete(resource.path(), id, tag(version));
			}
			catch (HttpClientErrorException.NotFound ex) {
				return null;
			}
			return null;
		});
	}

	private Changed changed(Resource resource, Supplier<@Nullable JsonNode> change) {
		try {
			return new Changed(patiently(resource.service(), change), null);
		}
		catch (HttpClientErrorException ex) {
			return new Changed(null, reason(ex));
		}
	}

	/** Returns the id of the first pipeline, which exists from the beginning. */
	String pipeline() {
		List<JsonNode> items = patiently(Resource.OPPORTUNITIES.service(),
				() -> this.orders.list("pipelines", 1, "createdAt"))
			.items();
		if (items.isEmpty()) {
			throw new JobFailure("There is no pipeline for opportunities; create one, or map /pipelineId.");
		}
		return items.get(0).path("id").asString("");
	}

	/** Returns the keys of the custom fields that are defined. */
	List<String> customFields() {
		return patiently(CUSTOMER_SERVICE, () -> this.customers.list("custom-fields", PAGE, "key")).items()
			.stream()
			.map((field) -> field.path("key").asString(""))
			.toList();
	}

	/** Defines a custom field. */
	void define(JsonNode field) {
		try {
			patiently(CUSTOMER_SERVICE, () -> this.customers.create("custom-fields", field));
		}
		catch (HttpClientErrorException.Conflict ex) {
			// Another attempt has defined it
			return;
		}
	}

	private RecordsApi api(String service) {
		return service.equals(CUSTOMER_SERVICE) ? this.customers : this.orders;
	}

	private static String tag(long version) {
		return "\"%d\"".formatted(version);
	}

	private String reason(HttpClientErrorException refused) {
		JsonNode problem = this.json.readTree(refused.getResponseBodyAsByteArray());
		String errors = errors(problem.path("errors"));
		return errors.isEmpty() ? problem.path("detail").asString(refused.getStatusText()) : errors;
	}

	/** Returns the errors in one line. */
	static String errors(JsonNode errors) {
		return errors.valueStream()
			.map((error) -> "%s %s".formatted(error.path("pointer").asString(""), error.path("message").asString(""))
				.strip())
			.collect(Collectors.joining("; "));
	}

	private <T extends @Nullable Object> T patiently(String service, Supplier<T> call) {
		try {
			return this.retry.executeSupplier(call);
		}
		catch (ServiceUnavailableException ex) {
			throw new JobFailure(service + " is unavailable; restart the job later");
		}
	}

	/**
	 * The answer to a change.
	 *
	 * @param record the record afterwards, null if it is deleted or was not changed
	 * @param refusal why it was refused, or null
	 */
	record Changed(@Nullable JsonNode record, @Nullable String refusal) {
	}

}
