package io.kehu.migration.definition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * A cleaning definition as the outside sees it.
 *
 * @param id its id
 * @param version goes up with each change
 * @param name what people call it
 * @param revision which of its chains of rules this is; each change of rules makes a new
 * one, and none is ever lost
 * @param rules the rules in their order
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedAt when it was changed last
 */
public record DefinitionView(UUID id, long version, String name, int revision,
		@ArraySchema(schema = @Schema(implementation = Rule.class)) List<JsonNode> rules, String createdBy,
		Instant createdAt, Instant updatedAt) {
}
