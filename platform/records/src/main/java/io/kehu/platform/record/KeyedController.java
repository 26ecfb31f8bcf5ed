package io.kehu.platform.record;

import java.util.List;

import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Base class for the controllers of records with external ids.
 *
 * @param <D> the client-writable fields of a record
 * @param <V> the view of a record, as clients see it
 */
public abstract class KeyedController<D extends KeyedDetails<D>, V extends Record & RecordView>
		extends RecordController<D, V> {

	private final RecordStore<D, ?, V> store;

	protected KeyedController(RecordStore<D, ?, V> store) {
		super(store);
		this.store = store;
	}

	@Operation(summary = "Get {one} by its external id, with its entity tag")
	@GetMapping("/by-external-id/{system}/{externalId}")
	@PreAuthorize(READ)
	public ResponseEntity<V> getByExternalId(@PathVariable String system, @PathVariable String externalId,
			@Parameter(description = INCLUDE) @RequestParam(required = false) @Nullable List<String> include) {
		return answer(this.store.get(new ExternalId(system, externalId)), include);
	}

	@Operation(summary = "Create or replace {one} by its external id")
	@PutMapping(path = "/by-external-id/{system}/{externalId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	public ResponseEntity<V> upsert(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode body) {
		return answer(this.store.keyed().put(new ExternalId(system, externalId), preconditions, body));
	}

	@Operation(summary = "Change {one} by its external id with a merge patch (RFC 7396), or create it")
	@PatchMapping(path = "/by-external-id/{system}/{externalId}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	public ResponseEntity<V> patchByExternalId(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode patch) {
		return answer(this.store.keyed().patch(new ExternalId(system, externalId), preconditions, patch));
	}

}
