package io.kehu.migration.upload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to create an upload.
 *
 * @param name the name of the file
 * @param length the size of the file in bytes
 * @param sha256 the SHA-256 digest of the file in hexadecimal digits, verified once it is
 * complete
 */
record NewUpload(@NotBlank @Size(max = 255) String name, @NotNull @Positive Long length,
		@Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256) {
}
