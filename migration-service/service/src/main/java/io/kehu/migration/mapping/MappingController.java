package io.kehu.migration.mapping;

import java.util.UUID;

import io.kehu.platform.query.Page;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.RecordAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for mappings of legacy CRMs.
 */
@RestController
@RequestMapping(MappingController.PATH)
class MappingController {

	static final String PATH = "/api/v1/migrations/crm-mappings";

	private final Mappings mappings;

	MappingController(Mappings mappings) {
		this.mappings = mappings;
	}

	@Operation(summary = "Propose a mapping of a legacy CRM, with reasons",
			description = "Reads the schema of the source, and nothing else. The proposal is not stored: look through it,"
					+ " correct it, and create a mapping from it. What it leaves out is listed in unmapped.")
	@PostMapping("/proposals")
	@PreAuthorize("hasAuthority('migration:write')")
	MappingProposal proposeMapping(@Valid @RequestBody NewProposal wanted) {
		return this.mappings.propose(wanted);
	}

	@Operation(summary = "Create a mapping of a legacy CRM",
			description = "It is compared with the schema of its source; each error names its place. Columns and tables"
					+ " that it neither maps nor ignores are listed in unmapped.")
	@PostMapping
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<MappingView> create(@Valid @RequestBody MappingDetails details) {
		MappingView created = this.mappings.create(details);
		return RecordAnswers.created(PATH + "/" + created.id(), created, created.version());
	}

	@Operation(summary = "List mappings of legacy CRMs")
	@GetMapping
	@PreAuthorize("hasAuthority('migration:read')")
	Page<MappingView> list() {
		return Page.whole(this.mappings.list());
	}

	@Operation(summary = "Get the JSON schema of mappings")
	@GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "200", description = "The schema",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
	@PreAuthorize("hasAuthority('migration:read')")
	JsonNode getMappingSchema() {
		return this.mappings.schema();
	}

	@Operation(summary = "Get a mapping of a legacy CRM")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<MappingView> get(@PathVariable UUID id) {
		return ok(this.mappings.get(id));
	}

	@Operation(summary = "Change a mapping by a merge patch")
	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize("hasAuthority('migration:write')")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = MappingDetails.class)))
	ResponseEntity<MappingView> change(@PathVariable UUID id, ExpectedVersion expected, @RequestBody JsonNode patch) {
		return ok(this.mappings.change(id, expected, patch));
	}

	@Operation(summary = "Delete a mapping")
	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> delete(@PathVariable UUID id, Preconditions preconditions) {
		this.mappings.delete(id, preconditions);
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<MappingView> ok(MappingView view) {
		return RecordAnswers.ok(view, view.version());
	}

}
