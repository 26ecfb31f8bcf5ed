package io.kehu.migration.definition;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.JsonNode;

/**
 * What a steward says of a cleaning definition.
 *
 * @param name what people call it
 * @param rules its rules in their order, each telling its kind
 */
record DefinitionDetails(@NotBlank @Size(max = 255) String name, @NotNull @Size(max = 200) List<JsonNode> rules) {
}
