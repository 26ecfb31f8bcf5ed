package io.kehu.migration.definition;

import java.util.List;

import io.kehu.migration.clean.chain.Rule;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.JsonNode;

/**
 * The client-writable fields of a cleaning definition.
 *
 * @param name the name
 * @param rules the rules in their order, each with its kind
 */
record DefinitionDetails(@NotBlank @Size(max = 255) String name,
		@NotNull @Size(max = 200) @ArraySchema(schema = @Schema(implementation = Rule.class)) List<JsonNode> rules) {
}
