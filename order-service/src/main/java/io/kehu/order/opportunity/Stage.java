package io.kehu.order.opportunity;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A stage of a pipeline.
 *
 * @param key identifies the stage in its pipeline
 * @param probability how likely opportunities in this stage are won, in percent
 */
record Stage(@NotNull @Pattern(regexp = Stage.KEY) String key, @NotBlank @Size(max = 100) String name,
		@NotNull @Min(0) @Max(100) Integer probability) {

	static final String KEY = "[a-z][a-z0-9-]{0,59}";

	Stage {
		name = Texts.strip(name);
	}

}
