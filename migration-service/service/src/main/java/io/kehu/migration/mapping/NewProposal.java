package io.kehu.migration.mapping;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to propose a mapping.
 *
 * @param connectionId the connection to the source
 * @param system the system in external ids; {@code legacy} by default
 * @param preset the name of a ready-made mapping, instead of one by names and shapes
 */
record NewProposal(@NotNull UUID connectionId,
		@Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,49}",
				message = "must be lower-case letters, digits and hyphens") String system,
		@Nullable @Pattern(regexp = "[a-z]{1,30}", message = "must be the name of a preset") String preset) {

	String usedSystem() {
		return (this.system != null) ? this.system : "legacy";
	}

}
