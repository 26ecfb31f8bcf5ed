package io.kehu.migration.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.kehu.migration.job.JobFailure;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Reads and changes the live customers, with retries: every operation is idempotent.
 */
@Component
class LiveCustomers {

	/** The maximum size of a page. */
	static final int PAGE = 200;

	private static final int ATTEMPTS = 7;

	private final CustomerApi customers;

	private final JsonMapper json;

	private final Retry retry;

	LiveCustomers(CustomerApi customers, JsonMapper json) {
		this.customers = customers;
		this.json = json;
		this.retry = Retry.of("live-customers",
				RetryConfig.custom()
					.maxAttempts(ATTEMPTS)
					.intervalFunction(IntervalFunction.ofExponentialBackoff(Duration.ofMillis(250), 2))
					.retryExceptions(ServiceUnavailableException.class)
					.build());
	}

	/**
	 * Returns the number of customers that match some filters.
	 * @throws ProblemException if customer-service does not know these filters
	 */
	long count(Map<String, String> filters) {
		try {
			Long total = this.customers.list(filters, 1, true, null).total();
			return (total != null) ? total : 0;
		}
		catch (HttpClientErrorException.BadRequest ex) {
			throw ProblemException.invalid("/filters", "invalid_value", reason(ex));
		}
	}

	CustomerApi.Found page(Map<String, String> filters, @Nullable String cursor) {
		return patiently(() -> this.customers.list(filters, PAGE, false, cursor));
	}

	/** Returns a customer, or the one that it was merged into. */
	Optional<JsonNode> find(UUID id) {
		return patiently(() -> this.customers.find(id));
	}

	/**
	 * Changes a customer.
	 * @return the reason why it was rejected, or null if it was changed
	 */
	@Nullable String patch(JsonNode customer, JsonNode patch) {
		UUID id = UUID.fromString(customer.get("id").asString());
		String version = "\"%s\"".formatted(customer.get("version").asString());
		try {
			patiently(() -> this.customers.patch(id, version, patch));
			return null;
		}
		catch (HttpClientErrorException ex) {
			return reason(ex);
		}
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

	/** Stores customers; returns an answer for each line. */
	List<JsonNode> load(List<JsonNode> lines) {
		return answers(patiently(() -> this.customers.load(body(lines))));
	}

	/** Merges customers; returns an answer for each line. */
	List<JsonNode> merge(List<JsonNode> lines) {
		return answers(patiently(() -> this.customers.merge(body(lines))));
	}

	private byte[] body(List<JsonNode> lines) {
		return lines.stream()
			.map(this.json::writeValueAsString)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private List<JsonNode> answers(byte[] body) {
		return new String(body, StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> this.json.readTree(line))
			.toList();
	}

	private <T> T patiently(Supplier<T> call) {
		try {
			return this.retry.executeSupplier(call);
		}
		catch (ServiceUnavailableException ex) {
			throw new JobFailure("customer-service is unavailable; restart the job later");
		}
	}

}
