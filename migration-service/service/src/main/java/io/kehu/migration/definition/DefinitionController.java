package io.kehu.migration.definition;

import java.io.IOException;
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
 * The REST API for cleaning definitions.
 */
@RestController
@RequestMapping(DefinitionController.PATH)
class DefinitionController {

	static final String PATH = "/api/v1/migrations/definitions";

	private final Definitions definitions;

	DefinitionController(Definitions definitions) {
		this.definitions = definitions;
	}

	@Operation(summary = "Create a cleaning definition, an ordered list of rules")
	@PostMapping
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<DefinitionView> create(@Valid @RequestBody DefinitionDetails details) {
		DefinitionView created = this.definitions.create(details);
		return RecordAnswers.created(PATH + "/" + created.id(), created, created.version());
	}

	@Operation(summary = "List cleaning definitions")
	@GetMapping
	@PreAuthorize("hasAuthority('migration:read')")
	Page<DefinitionView> list() {
		return Page.whole(this.definitions.list());
	}

	@Operation(summary = "Get the latest revision of a definition")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<DefinitionView> get(@PathVariable UUID id) {
		return ok(this.definitions.get(id));
	}

	@Operation(summary = "Get an earlier revision of a definition")
	@GetMapping("/{id}/revisions/{revision}")
	@PreAuthorize("hasAuthority('migration:read')")
	DefinitionView getDefinitionRevision(@PathVariable UUID id, @PathVariable int revision) {
		return this.definitions.get(id, revision);
	}

	@Operation(summary = "Change a definition by a merge patch, which creates a new revision")
	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize("hasAuthority('migration:write')")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = DefinitionDetails.class)))
	ResponseEntity<DefinitionView> change(@PathVariable UUID id, ExpectedVersion expected,
			@RequestBody JsonNode patch) {
		return ok(this.definitions.change(id, expected, patch));
	}

	@Operation(summary = "Add rules proposed by a profile")
	@PostMapping("/{id}/proposals")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<DefinitionView> acceptProposals(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody AcceptedProposals accepted) throws IOException {
		return ok(this.definitions.accept(id, expected, accepted));
	}

	@Operation(summary = "Delete a definition")
	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> delete(@PathVariable UUID id, Preconditions preconditions) {
		this.definitions.delete(id, preconditions);
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<DefinitionView> ok(DefinitionView view) {
		return RecordAnswers.ok(view, view.version());
	}

}
