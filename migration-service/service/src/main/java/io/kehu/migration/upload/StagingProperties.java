package io.kehu.migration.upload;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where uploaded data is kept.
 *
 * @param folder a folder that all instances share
 * @param keys keys of 32 bytes in Base64; the first encrypts, all decrypt
 * @param rowsPerPartition the number of rows in a partition
 * @param openUploads the number of uploads that a caller can have at a time
 */
@Validated
@ConfigurationProperties("kehu.migration.staging")
public record StagingProperties(Path folder, @NotEmpty List<String> keys,
		@DefaultValue("50000") @Min(1) long rowsPerPartition, @DefaultValue("20") @Min(1) int openUploads) {

	List<byte[]> keyBytes() {
		return this.keys.stream().map((key) -> Base64.getDecoder().decode(key)).toList();
	}

}
