package io.kehu.migration.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.matching.RecordReference;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Reads and changes the live customers, with retries: every operation is idempotent.
 */
@Component
class LiveCustomers {

	/** The maximum size of a page. */
	static final int PAGE = 200;

	private static final Logger log = LoggerFactory.getLogger(LiveCustomers.class);

	private static final int ATTEMPTS = 7;

	/** Longer external ids are rejected when they are stored, so no customer has one. */
	private static final int LONGEST_KEY = 200;

	private final LiveCustomerApi customers;

	private final JsonMapper json;

	private final Retry retry;

	private final String actor;

	LiveCustomers(LiveCustomerApi customers, JsonMapper json, Environment environment) {
		this.customers = customers;
		this.json = json;
		this.actor = "kehu-" + environment.getRequiredProperty("spring.application.name");
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

	/** Returns the maximum number of customers with an external id of some systems. */
	long countWithSystems(Set<String> systems) {
		return systems.stream().mapToLong((system) -> count(Map.of("externalId[like]", system + ":*"))).sum();
	}

	LiveCustomerApi.Found page(Map<String, String> filters, @Nullable String cursor) {
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
		UUID id = id(customer);
		return refusal(() -> this.customers.patch(id, tag(customer), patch));
	}

	static String tag(JsonNode customer) {
		return "\"%s\"".formatted(customer.get("version").asString());
	}

	/** Returns why a change was rejected, or null if it was made. */
	@Nullable String refusal(Supplier<?> change) {
		try {
			patiently(change);
			return null;
		}
		catch (HttpClientErrorException ex) {
			return reason(ex);
		}
	}

	/**
	 * Deletes a customer.
	 * @return the reason why it was rejected, or null if it no longer exists
	 */
	@Nullable String delete(JsonNode customer) {
		UUID id = id(customer);
		return refusal(() -> {
			try {
				this.customers.delete(id, tag(customer));
			}
			catch (HttpClientErrorException.NotFound ex) {
				log.debug("Customer {} was deleted by an earlier attempt", id);
			}
			return id;
		});
	}

	/** Returns the merges into a customer, newest first. */
	List<JsonNode> merges(UUID id) {
		return patiently(() -> this.customers.merges(id)).map(LiveCustomerApi.Found::items).orElse(List.of());
	}

	/**
	 * Undoes a merge, whatever the survivor's version; repeating it has no effect.
	 * @return the reason why it was rejected, or null if the merge is undone
	 */
	@Nullable String unmerge(UUID survivor, UUID merge) {
		return refusal(() -> this.customers.undo(survivor, merge, "*"));
	}

	/** Returns the history of a customer, oldest entry first; empty if there is none. */
	List<JsonNode> history(UUID id) {
		List<JsonNode> entries = new ArrayList<>();
		String cursor = null;
		do {
			String after = cursor;
			LiveCustomerApi.Found page = patiently(() -> this.customers.history(id, after)).orElse(null);
			if (page == null) {
				return List.of();
			}
			entries.addAll(page.items());
			cursor = page.nextCursor();
		}
		while (cursor != null);
		return entries;
	}

	/** Returns whether an entry of a history was made by this service. */
	boolean isOwn(JsonNode entry) {
		return entry.path("actor").asString("").equals(this.actor);
	}

	/**
	 * Returns customers by their ids, those that were merged into others excluded. Each
	 * request reads a page of them.
	 */
	List<JsonNode> findAll(List<UUID> ids) {
		return batches(ids, (page) -> new LiveCustomerApi.Ids(page, List.of())).stream()
			.map(LiveCustomerApi.Result::record)
			.flatMap(Stream::ofNullable)
			.toList();
	}

	/**
	 * Returns for each list of external ids, whose sources are the names of systems, the
	 * customers with any of them. Each request reads a page of external ids.
	 */
	List<List<JsonNode>> withExternalIdsOfAll(List<List<RecordReference>> keys) {
		List<LiveCustomerApi.ExternalId> all = keys.stream()
			.flatMap(List::stream)
			.filter(LiveCustomers::mayExist)
			.map((key) -> new LiveCustomerApi.ExternalId(key.source(), key.key()))
			.distinct()
			.toList();
		List<LiveCustomerApi.Result> results = batches(all, (page) -> new LiveCustomerApi.Ids(List.of(), page));
		Map<LiveCustomerApi.ExternalId, JsonNode> found = new HashMap<>();
		for (int i = 0; i < all.size(); i++) {
			JsonNode customer = results.get(i).record();
			if (customer != null) {
				found.put(all.get(i), customer);
			}
		}
		return keys.stream().map((one) -> holders(one, found)).toList();
	}

	private static List<JsonNode> holders(List<RecordReference> keys, Map<LiveCustomerApi.ExternalId, JsonNode> found) {
		Map<String, JsonNode> holders = new LinkedHashMap<>();
		for (RecordReference key : keys) {
			JsonNode holder = found.get(new LiveCustomerApi.ExternalId(key.source(), key.key()));
			if (holder != null) {
				holders.put(holder.get("id").asString(), holder);
			}
		}
		return List.copyOf(holders.values());
	}

	private static boolean mayExist(RecordReference key) {
		return !key.key().isEmpty() && key.key().length() <= LONGEST_KEY;
	}

	private <K> List<LiveCustomerApi.Result> batches(List<K> keys, Function<List<K>, LiveCustomerApi.Ids> request) {
		List<LiveCustomerApi.Result> results = new ArrayList<>();
		for (int from = 0; from < keys.size(); from += PAGE) {
			LiveCustomerApi.Ids page = request.apply(keys.subList(from, Math.min(keys.size(), from + PAGE)));
			results.addAll(patiently(() -> this.customers.batchGet(page)).results());
		}
		return results;
	}

	/** Returns the id of a customer or of an answer. */
	static UUID id(JsonNode customer) {
		return UUID.fromString(customer.get("id").asString());
	}

	/** Returns whether a customer has this id, rather than being its survivor. */
	static boolean isOf(JsonNode customer, UUID id) {
		return customer.get("id").asString().equals(id.toString());
	}

	/** Returns why a request was refused, with all errors. */
	String reason(HttpClientErrorException refused) {
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
		return answers(lines, this.customers::load);
	}

	/** Merges customers; returns an answer for each line. */
	List<JsonNode> merge(List<JsonNode> lines) {
		return answers(lines, this.customers::merge);
	}

	/** Sends lines, and returns an answer for each. */
	List<JsonNode> answers(List<? extends JsonNode> lines, UnaryOperator<byte[]> operation) {
		byte[] body = lines.stream()
			.map(this.json::writeValueAsString)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
		return new String(patiently(() -> operation.apply(body)), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> this.json.readTree(line))
			.toList();
	}

	/** Calls customer-service again while it is unavailable. */
	<T> T patiently(Supplier<T> call) {
		try {
			return this.retry.executeSupplier(call);
		}
		catch (ServiceUnavailableException ex) {
			throw new JobFailure("customer-service is unavailable; restart the job later");
		}
	}

}
