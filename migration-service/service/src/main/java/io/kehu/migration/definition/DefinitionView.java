package io.kehu.migration.definition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * A cleaning definition as clients see it.
 *
 * @param id the id
 * @param version a number that increases with each change
 * @param name the name
 * @param revision the revision of the rules; each change of the rules creates a new one,
 * and none is ever deleted
 * @param rules the rules in their order
 * @param createdBy the name of the caller who created it
 * @param createdAt when
 * @param updatedAt the time of the latest change
 */
public record DefinitionView(UUID id, long version, String name, int revision,
		@ArraySchema(schema = @Schema(implementation = Rule.class)) List<JsonNode> rules, String createdBy,
		Instant createdAt, Instant updatedAt) {
}
