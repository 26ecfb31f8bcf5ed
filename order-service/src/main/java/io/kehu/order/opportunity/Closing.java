package io.kehu.order.opportunity;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why an opportunity ends.
 *
 * @param reason the key of a reason of the pipeline
 * @param competitor who won it instead
 * @param note anything else
 */
record Closing(@Nullable @Size(max = 60) String reason, @Nullable @Size(max = 200) String competitor,
		@Nullable @Size(max = 2000) String note) {

	Closing {
		competitor = Texts.orNull(competitor);
		note = Texts.orNull(note);
	}

}
