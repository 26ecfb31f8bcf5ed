package io.kehu.auth.team;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Teams over HTTP.
 */
@RestController
@RequestMapping(TeamController.PATH)
class TeamController extends RecordController<TeamDetails, TeamView> {

	static final String PATH = "/api/v1/teams";

	private static final RecordResource RESOURCE = new RecordResource(PATH, "team:read", "team:write", "team:write");

	private final TeamService teams;

	TeamController(TeamService teams, TeamReading reading, BulkLoader loader) {
		super(RESOURCE, TeamDetails.class, teams, reading, loader);
		this.teams = teams;
	}

	@Operation(summary = "Create or replace the team with this external id")
	@PutMapping(path = "/by-external-id/{system}/{externalId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(schema = @Schema(implementation = TeamDetails.class)))
	ResponseEntity<TeamView> upsert(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode body) {
		return answer(this.teams.upsert(new ExternalId(system, externalId), preconditions, body));
	}

}
