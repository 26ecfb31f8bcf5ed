package io.kehu.migration.mapping;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a stored mapping.
 *
 * @param name the name
 * @param connectionId the connection to its source
 * @param mapping the mapping
 */
record MappingDetails(@NotBlank @Size(max = 100) String name, @NotNull UUID connectionId,
		@NotNull @Valid CrmMapping mapping) {
}
