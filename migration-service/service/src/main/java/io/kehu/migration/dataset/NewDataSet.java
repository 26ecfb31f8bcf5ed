package io.kehu.migration.dataset;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to read an upload into a data set.
 *
 * @param uploadId the complete upload, which is deleted once its rows are staged
 * @param name the name of the data set; the name of the file by default
 * @param reading the steward's corrections of the detection
 */
record NewDataSet(@NotNull UUID uploadId, @Nullable @Size(min = 1, max = 255) String name,
		@Nullable ReadingOptions reading) {

	ReadingOptions options() {
		return (this.reading != null) ? this.reading : ReadingOptions.none();
	}

}
