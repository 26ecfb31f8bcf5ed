package io.kehu.migration.crm;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What all kinds of records have in common.
 */
interface RecordsApi {

	@PostExchange(url = "/{resource}/bulk", contentType = "application/x-ndjson")
	byte[] load(@PathVariable String resource, @RequestParam boolean dryRun, @RequestBody byte[] lines);

	@PostExchange("/{resource}/batch-get")
	Batch batchGet(@PathVariable String resource, @RequestBody Ids ids);

	@PatchExchange(url = "/{resource}/{id}", contentType = "application/merge-patch+json")
	JsonNode patch(@PathVariable String resource, @PathVariable UUID id, @RequestHeader("If-Match") String version,
			@RequestBody JsonNode patch);

	@DeleteExchange("/{resource}/{id}")
	void delete(@PathVariable String resource, @PathVariable UUID id, @RequestHeader("If-Match") String version);

	@GetExchange("/{resource}")
	Found list(@PathVariable String resource, @RequestParam int limit, @RequestParam String sort);

	@PostExchange("/{resource}")
	JsonNode create(@PathVariable String resource, @RequestBody JsonNode details);

	/**
	 * The ids of records, and their ids in other systems.
	 */
	record Ids(List<UUID> ids, List<ExternalId> externalIds) {
	}

	/**
	 * An id of a record in another system.
	 */
	record ExternalId(String system, String id) {
	}

	/**
	 * A result for each id, in order.
	 */
	record Batch(List<Result> results) {
	}

	/**
	 * The record with an id or an external id, or null if there is none.
	 */
	record Result(@Nullable UUID id, @Nullable ExternalId externalId, boolean found, @Nullable JsonNode record) {
	}

	/**
	 * A page of records.
	 */
	record Found(List<JsonNode> items, @Nullable String nextCursor) {
	}

}
