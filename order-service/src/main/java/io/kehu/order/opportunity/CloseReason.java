package io.kehu.order.opportunity;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A reason for winning or losing opportunities of a pipeline.
 *
 * @param key identifies the reason in its pipeline
 */
record CloseReason(@NotNull @Pattern(regexp = Stage.KEY) String key, @NotBlank @Size(max = 100) String name,
		@NotNull Outcome outcome) {

	CloseReason {
		name = Texts.strip(name);
	}

}
