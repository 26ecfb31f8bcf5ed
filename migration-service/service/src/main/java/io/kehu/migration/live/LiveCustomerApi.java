package io.kehu.migration.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.client.AsService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The API of customer-service, called on behalf of migration-service, since a job
 * outlives the token of the steward who began it.
 */
@AsService
@HttpExchange("/api/v1/customers")
interface LiveCustomerApi {

	@GetExchange
	Found list(@RequestParam Map<String, String> filters, @RequestParam int limit, @RequestParam boolean count,
			@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/{id}")
	Optional<JsonNode> find(@PathVariable UUID id);

	@PostExchange("/batch-get")
	Batch batchGet(@RequestBody Ids ids);

	@PatchExchange(url = "/{id}", contentType = "application/merge-patch+json")
	JsonNode patch(@PathVariable UUID id, @RequestHeader("If-Match") String version, @RequestBody JsonNode patch);

	@PostExchange(url = "/bulk?mode=replace", contentType = "application/x-ndjson")
	byte[] load(@RequestBody byte[] lines);

	/** Answers as {@link #load} does, but stores nothing. */
	@PostExchange(url = "/bulk?mode=replace&dryRun=true", contentType = "application/x-ndjson")
	byte[] rehearse(@RequestBody byte[] lines);

	/** Answers as {@link #patch} does, but changes nothing. */
	@PatchExchange(url = "/{id}?dryRun=true", contentType = "application/merge-patch+json")
	JsonNode rehearse(@PathVariable UUID id, @RequestHeader("If-Match") String version, @RequestBody JsonNode patch);

	@PostExchange("/{id}/merges/preview")
	JsonNode preview(@PathVariable UUID id, @RequestBody JsonNode merge);

	@PostExchange(url = "/merges/bulk", contentType = "application/x-ndjson")
	byte[] merge(@RequestBody byte[] lines);

	@GetExchange("/{id}/merges")
	Optional<Found> merges(@PathVariable UUID id);

	@PostExchange("/{id}/merges/{merge}/undo")
	JsonNode undo(@PathVariable UUID id, @PathVariable UUID merge, @RequestHeader("If-Match") String version);

	@GetExchange("/{id}/history?limit=200")
	Optional<Found> history(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor);

	@DeleteExchange("/{id}")
	void delete(@PathVariable UUID id, @RequestHeader("If-Match") String version);

	/**
	 * The ids of customers, and their ids in other systems.
	 */
	record Ids(List<UUID> ids, List<ExternalId> externalIds) {
	}

	/**
	 * An id of a customer in another system.
	 */
	record ExternalId(String system, String id) {
	}

	/**
	 * A result for each id, in order.
	 */
	record Batch(List<Result> results) {
	}

	/**
	 * The customer with an id or an external id, or null if there is none.
	 */
	record Result(@Nullable UUID id, @Nullable ExternalId externalId, boolean found, @Nullable JsonNode record) {
	}

	/**
	 * A page of customers, of merges or of the history of a customer.
	 */
	record Found(List<JsonNode> items, @Nullable String nextCursor, @Nullable Long total) {
	}

}
