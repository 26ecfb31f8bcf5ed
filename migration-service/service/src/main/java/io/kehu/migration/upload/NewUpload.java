package io.kehu.migration.upload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Announces an upload.
 *
 * @param name the file's name, for people
 * @param length how many bytes will come
 * @param sha256 their SHA-256 in hexadecimal digits, checked when they have come
 */
record NewUpload(@NotBlank @Size(max = 255) String name, @Positive long length,
		@Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256) {
}
