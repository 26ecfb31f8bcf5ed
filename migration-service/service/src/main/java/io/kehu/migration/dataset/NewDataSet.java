package io.kehu.migration.dataset;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an upload to be read into a data set.
 *
 * @param uploadId the complete upload; it is deleted when its rows are staged
 * @param name what people shall call the data set, else the file's name
 * @param reading what the steward knows better than the detection
 */
record NewDataSet(@NotNull UUID uploadId, @Nullable @Size(min = 1, max = 255) String name,
		@Nullable ReadingOptions reading) {

	ReadingOptions options() {
		return (this.reading != null) ? this.reading : ReadingOptions.none();
	}

}
